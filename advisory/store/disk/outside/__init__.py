"""What was done to the snapshot outside the program: what changed, what can't be used, and what is said about it."""
