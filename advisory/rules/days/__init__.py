"""School days, spans of days, advisory periods and clocks, and reading dates and times as people type them."""
