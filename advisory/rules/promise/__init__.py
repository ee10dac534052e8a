"""Whose promise it is, in words."""
