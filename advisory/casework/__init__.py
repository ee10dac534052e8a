"""Change records, one verb per module; each call is one change that undo takes back. Reading is in `caseload`."""
