"""The caseload: a line a student."""
