"""The open insights of all students, by area."""
