"""The look back over the week."""
