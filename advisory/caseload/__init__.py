"""What the advisor looks at: the caseload as of a day, the log, suggestions, the year. Read from memory; nothing is written here."""
