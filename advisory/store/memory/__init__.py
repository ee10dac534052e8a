"""The records in memory: tables, indexes, and the change in progress."""
