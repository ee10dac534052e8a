"""`advisory defense`, a verb a file."""
