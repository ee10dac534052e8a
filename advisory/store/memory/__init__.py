"""The records in memory: tables, indexes, and the change under way."""
