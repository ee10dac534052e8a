"""Read a school's .ics calendar: all-day events, events that repeat, and which of them look like days off."""
