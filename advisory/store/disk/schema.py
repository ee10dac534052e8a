"""The numbers that say how the files are to be read."""

FORMAT = 1
"""The layout of the snapshot and the journal: lines, checksums, names of keys."""

SCHEMA = 6
"""The fields inside the documents; one more with each step in migration.STEPS."""

NEEDS = ("0.1.0", "0.2.0", "0.2.0", "0.3.0", "0.4.0", "0.5.0")
"""`NEEDS[n - 1]` is the first version of advisory that reads schema n; an older program shows it when it refuses a file."""
