"""What a whole screen is made of: a line a student, today, the week, the year."""
