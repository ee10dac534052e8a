"""Read a roster, match it to students, and report what an import would do. OneRoster is in `exchange.oneroster`."""
