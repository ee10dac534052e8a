"""The log of check-ins."""
