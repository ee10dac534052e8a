"""Verbs for what is given to others: log a share, delete the file that was written. What may leave is in `rules/leaving`."""
