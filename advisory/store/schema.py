"""The numbers that say how the files are to be read, and the steps from one to the next."""

from collections.abc import Callable
from typing import Any

FORMAT = 1
"""The layout of the snapshot and the journal: lines, checksums, names of keys."""

SCHEMA = 1
"""The fields inside the documents."""

NEEDS = "0.1.0"
"""The first version of advisory that reads FORMAT and SCHEMA; an older program shows it when it refuses the file."""

Tables = dict[str, dict[str, dict[str, Any]]]

MIGRATIONS: tuple[Callable[[Tables], Tables], ...] = ()
"""`MIGRATIONS[n - 1]` leads from schema n to n + 1: pure functions over plain tables."""
