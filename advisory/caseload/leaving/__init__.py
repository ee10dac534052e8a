"""What may leave the program or be shown to a student, how it is covered, and what was shared. Who may have what is in `rules.leaving`."""
