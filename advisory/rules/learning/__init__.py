"""Trends of a target, open insights, and how well each student is known."""
