"""Verbs for what is shared: log a share, delete the file that was written. What may leave is in `rules/leaving`."""
