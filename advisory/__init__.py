"""A terminal program for a school advisor."""

__version__ = "0.6.0"
