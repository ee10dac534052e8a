"""The fields of each form, and what they say once filled in."""
