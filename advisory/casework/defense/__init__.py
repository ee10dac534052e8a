"""Changes to defense plans, from the first day in the calendar to the celebration. The rules are in `rules.season`."""
