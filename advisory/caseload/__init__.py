"""Read what the advisor looks at: the caseload as of a day, the log, suggestions and histories."""
