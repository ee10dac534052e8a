"""School days, spans, periods and clocks, and how people type days and hours."""
