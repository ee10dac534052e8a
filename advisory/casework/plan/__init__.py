"""The plan for the next periods: whom to talk with, and in which period."""
