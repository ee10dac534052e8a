"""Make, keep, snooze, drop and move promises."""
