"""Reading a roster: which column is what, which row is which student, and what an import would do. OneRoster sets are next door."""
