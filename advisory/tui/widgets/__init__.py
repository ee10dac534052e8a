"""Widgets that two screens or more use. What only one screen uses lives with it."""
