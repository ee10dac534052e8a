"""Searching the log: what is typed after `/`, and a check-in as the search sees it."""
