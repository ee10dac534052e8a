"""Read a roster: find its columns, match its rows to students, and report what an import would do. OneRoster sets are in `exchange.oneroster`."""
