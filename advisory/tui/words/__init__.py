"""Functions that describe records in the words that screens show. `tui.prose` makes names and notes safe to show."""
