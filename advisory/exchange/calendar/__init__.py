"""Read a school's .ics calendar: all-day events, events that repeat, and which look like days off; write your own dates."""
