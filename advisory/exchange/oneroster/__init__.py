"""Read OneRoster 1.1 and 1.2 sets: classes, students and terms."""
