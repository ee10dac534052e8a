"""Read and write files: rosters, school calendars, CSV exports and printed pacts. It knows the model and the rules, not the store."""
