"""Reading a school's .ics calendar: whole days, events that repeat, and which look like days off."""
