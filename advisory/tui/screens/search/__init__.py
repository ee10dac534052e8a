"""The search in everything that was written."""
