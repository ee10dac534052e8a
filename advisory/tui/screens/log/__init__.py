"""The log of all check-ins."""
