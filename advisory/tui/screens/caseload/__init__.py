"""The caseload: one row per student."""
