"""Searching the log: reading a query, and the searchable form of a check-in."""
