"""The verbs of tags: rename, merge, hide."""
