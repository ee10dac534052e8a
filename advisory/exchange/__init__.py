"""Read rosters and school calendars, and write CSV exports and printed pacts. It knows nothing of the store."""
