"""followups.csv: one row per promise; its text is private and left out unless asked for."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import FollowUp

HEADER = ("id", "student_id", "student", "text", "owner", "due_on", "status", "done_on")


def rows(
    promises: Iterable[FollowUp], names: Mapping[str, str], *, include_private: bool = False
) -> Iterator[tuple[Cell, ...]]:
    """One row per promise."""
    for promise in promises:
        yield (
            promise.id,
            promise.student,
            names.get(promise.student, ""),
            promise.text if include_private else None,
            promise.owner,
            promise.due_on,
            promise.status,
            promise.done_on,
        )
