"""Verbs of the end of a school year: each settles many things of one kind in one change. What is open is in `caseload/year`."""
