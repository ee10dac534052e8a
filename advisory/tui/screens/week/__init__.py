"""The Friday review, which looks back over the week."""
