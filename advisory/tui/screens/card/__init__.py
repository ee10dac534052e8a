"""The student card: everything about one student."""
