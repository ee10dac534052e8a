"""STORAGE's yardsticks in one run, as one table: `uv run python -m tests.bench [--million]`."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .commit import commits
from .memory import memory
from .opening import openings
from .reading import readings
from .sample import SIZES

ROUNDS = {"1 year": 1200, "10 years": 1200, "110 k": 1200, "1 M": 600}
TEN_YEARS = "10 years"
ALLOWED = "allowed at 10 years"


class Figure(NamedTuple):
    """One row: what was measured, ours and the other in the same unit, and how much of the other is allowed."""

    what: str
    size: str
    ours: float
    other: float
    beside: str
    bar: float | None

    def __str__(self) -> str:
        ratio = self.ours / self.other
        bar = "" if self.bar is None else f"≤ {self.bar:g} ×"
        met = "" if self.bar is None else "yes" if ratio <= self.bar else "**no**"
        unit = "MB" if self.beside == ALLOWED else "ms"
        return f"| {self.what} | {self.size} | {self.ours:.3g} {unit} | {self.other:.3g} {unit} ({self.beside}) | {ratio:.2f} × | {bar} | {met} |"


def in_a_folder(measure: Callable[..., Any], *args: Any) -> Any:
    """Let something be measured in a folder that goes away."""
    with tempfile.TemporaryDirectory() as home:
        return measure(Path(home), *args)


def figures(sizes: list[str]) -> Iterator[Figure]:
    """Every yardstick."""
    for size in sizes:
        found = in_a_folder(commits, size, ROUNDS[size])
        bar = 1.25 if size != "1 M" else None
        yield Figure("commit a check-in", size, found["ours"], found["SQLite"], "SQLite WAL, synchronous=FULL", bar)
        yield Figure("the same", size, found["ours"], found["append"], "append + fdatasync alone", None)
    for size in sizes:
        found = in_a_folder(openings, size, 15 if size != "1 M" else 3)
        beside = "msgspec decode of the same file"
        yield Figure("open", size, found["ours"], found["decode"], beside, 1 if size == TEN_YEARS else None)
        used = found["ours, until each one's last is known"]
        yield Figure("open, and the last check-in of each", size, used, found["decode"], beside, None)
    for what, times in in_a_folder(readings, TEN_YEARS, 60).items():
        beside, bar = ("csv.writer over ready tuples", 1.5) if what.startswith("CSV") else ("SQLite", 3)
        yield Figure(what, TEN_YEARS, times["ours"], times["other"], beside, bar)
    for size in sizes:
        for what, megabytes in in_a_folder(memory, size).items():
            bar = 1 if size == TEN_YEARS else None
            yield Figure(f"memory, {what}", size, megabytes, 60, ALLOWED, bar)


def main() -> None:
    """Print the table as Markdown."""
    sizes = [size for size in SIZES if size != "1 M" or "--million" in sys.argv[1:]]
    sys.stdout.write("| | check-ins of | ours | beside it | ratio | bar | met |\n|---|---|---|---|---|---|---|\n")
    for figure in figures(sizes):
        sys.stdout.write(f"{figure}\n")
        sys.stdout.flush()
    sys.stdout.write(f"\nMedians, interleaved; load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.\n")


if __name__ == "__main__":
    main()
