"""Make, keep, snooze and drop promises."""
