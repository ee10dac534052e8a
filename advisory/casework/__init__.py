"""Change records, one verb per module; each call is one change that undo takes back. Reading is in `caseload`.

A verb gets the record it edits as `shown`, the way the advisor saw it. If the record changed since, it raises Conflict.
"""
