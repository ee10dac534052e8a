"""A student's card."""
