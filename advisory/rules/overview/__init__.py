"""The data behind whole screens: the caseload's lines, today, the week, and the year."""
