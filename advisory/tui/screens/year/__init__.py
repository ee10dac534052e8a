"""The school year in a picture."""
