"""The open insights, by area."""
