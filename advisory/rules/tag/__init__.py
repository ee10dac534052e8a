"""Tags: which there are, what completes one, and what a note's tags are after a rename."""
