"""The columns of a chart, from the school weeks."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol

from .picture import Column


class Week(Protocol):
    """A week by its Monday, with the number of students of each series."""

    @property
    def monday(self) -> date: ...
    @property
    def counts(self) -> Sequence[int]: ...


def columns_of(weeks: Iterable[Week]) -> Iterator[Column]:
    """A column a week, with the month's name above the first week that begins in it."""
    before = 0
    for week in weeks:
        month = f"{week.monday:%b}" if week.monday.month != before else ""
        before = week.monday.month
        yield Column(month, tuple(week.counts))
