"""Describe past changes: each as a whole, and what it did to one record."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

import msgspec

from .disk.row import Line, Operation
from .undo import students_of


class PastChange(msgspec.Struct, frozen=True):
    """A past change. `undoes` or `redoes` is the number of the change it undid or redid."""

    seq: int
    at: datetime
    what: str
    students: tuple[str, ...]
    undoes: int | None
    redoes: int | None


class Edit(msgspec.Struct, frozen=True):
    """What a past change did to one record: the document before and after, in the schema of that time; None if absent."""

    seq: int
    at: datetime
    what: str
    undoes: int | None
    redoes: int | None
    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def past_change(line: Line) -> PastChange:
    """A change as a whole."""
    at = datetime.fromisoformat(line.at)
    return PastChange(line.seq, at, line.what, students_of(line.ops), line.undoes, line.redoes)


def edits(lines: Iterable[Line], is_meant: Callable[[Operation], bool] = lambda _: True) -> Iterator[Edit]:
    """What these changes did to each record, or to those that are meant."""
    for line in lines:
        at = datetime.fromisoformat(line.at)
        for operation in filter(is_meant, line.ops):
            table, _, after, before = operation
            was, now = msgspec.json.decode(before), msgspec.json.decode(after)
            yield Edit(line.seq, at, line.what, line.undoes, line.redoes, table, was, now)
