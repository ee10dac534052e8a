"""The fields of each form, and how to read the values that were filled in."""
