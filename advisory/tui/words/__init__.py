"""Records in the words that screens show. Names and notes become safe text in `tui.prose`."""
