"""Searching the log and everything else: reading a query, and the searchable form of a record."""
