"""The version numbers of the file format and the schema."""

from advisory.store.errors import NewerError

FORMAT = 1
"""The layout of the snapshot and the journal: lines, checksums, key names."""

SCHEMA = 9
"""The schema of the documents; each step in migration.STEPS adds one."""

NEEDS = ("0.1.0", "0.2.0", "0.2.0", "0.3.0", "0.4.0", "0.5.0", "0.6.0", "0.6.0", "0.6.0")
"""`NEEDS[n - 1]` is the first version of advisory that reads schema n; an older one names it when refusing a file."""


def newer(name: str, needs: str | None) -> NewerError:
    """The error for a file of a newer format or schema; `needs` is the version of advisory that it names."""
    return NewerError(
        f"{name} was written by a newer advisory: it needs version {needs or 'unknown'}, and this one reads format "
        f"{FORMAT}, schema {SCHEMA}. Install that version. Nothing has been changed."
    )
