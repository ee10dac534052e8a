"""followups.csv: one row per promise."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import FollowUp

HEADER = ("id", "student_id", "student", "text", "owner", "due_on", "status", "done_on")


def rows(promises: Iterable[FollowUp], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per promise."""
    for promise in promises:
        yield (
            promise.id,
            promise.student,
            names.get(promise.student, ""),
            promise.text,
            promise.owner,
            promise.due_on,
            promise.status,
            promise.done_on,
        )
