"""The log by school year, and searches in it that run in small steps."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from sys import intern
from typing import overload

import msgspec

from advisory.model import CheckIn, Student, make_id
from advisory.rules.days.school_days import FIRST_MONTH, school_year
from advisory.rules.log.finder import Finder
from advisory.rules.log.line import LogLine, SearchFields, log_line
from advisory.rules.log.query import Query
from advisory.store import Digests, Key

from .caseload import Caseload

STEP = 50
"""Check-ins searched in one step, which takes 0.1 ms, or 0.5 ms when they are read for the first time."""
Lines = Digests[SearchFields, LogLine]


class GroupField(msgspec.Struct, frozen=True, gc=False):
    """The field of a check-in that says which group entry it belongs to, as it is stored."""

    group: str = ""


def _group_of(stored: GroupField) -> str:
    return intern(stored.group)


class Keys(Sequence[Key]):
    """Some of the log's check-ins, oldest first.

    A key is a check-in's day and number. `every` is the keys of the whole log; `places` are indexes in it.
    A list of keys would make the garbage collector visit thousands of keys again and again while someone types.
    """

    def __init__(self, every: Sequence[Key], places: Sequence[int]) -> None:
        self.every, self.places = every, places

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Key]:
        return map(self.every.__getitem__, self.places)

    @overload
    def __getitem__(self, at: int) -> Key: ...
    @overload
    def __getitem__(self, at: slice) -> "Keys": ...
    def __getitem__(self, at: int | slice) -> "Key | Keys":
        return Keys(self.every, self.places[at]) if isinstance(at, slice) else self.every[self.places[at]]


class LogYear(msgspec.Struct, frozen=True):
    """The keys of one school year's check-ins, oldest first."""

    year: int
    keys: Keys

    @property
    def label(self) -> str:
        """`2026-27`."""
        return f"{self.year}-{(self.year + 1) % 100:02}"


class Log:
    """The log of a caseload. A check-in's words are prepared for searching on first use, and again after it changed."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._lines: Lines = caseload.store.digests(CheckIn, SearchFields, log_line)
        self._groups = caseload.store.digests(CheckIn, GroupField, _group_of)
        self._years: tuple[LogYear, ...]
        self._as_of: tuple[int, int] | None = None

    @property
    def current_year(self) -> int:
        """The school year of today."""
        return school_year(self._caseload.today)

    @property
    def years(self) -> tuple[LogYear, ...]:
        """The school years that have check-ins, newest first; always with the current one."""
        as_of = (self._caseload.store.seq, self.current_year)
        if as_of != self._as_of:
            self._as_of, self._years = as_of, tuple(_by_year(self._caseload.store.check_in_keys(), self.current_year))
        return self._years

    def groups_of(self, numbers: Iterable[int]) -> list[str]:
        """The group entry that each of these check-ins belongs to; "" for one that stands alone or is gone."""
        return [group or "" for group in self._groups.of_each(numbers)]

    def search(self, query: Query) -> "Search":
        """Start a search in the log as it is now."""

        def student_of(student_id: str) -> Student | None:
            return self._caseload.store.get(Student, student_id)

        return Search(self._lines, self.years, Finder(query, student_of))

    def read_ahead(self) -> Iterator[None]:
        """Read every check-in, newest first, a few at each step, so that later searches are fast."""
        for year in self.years:
            for at in range(len(year.keys), 0, -STEP):
                for _, number in year.keys[max(0, at - STEP) : at]:
                    self._lines.of(number)
                yield


class Search:
    """A search that goes through the log year by year."""

    def __init__(self, lines: Lines, years: Sequence[LogYear], finder: Finder) -> None:
        self._lines, self._finder = lines, finder
        self._years = {year.year: year for year in years}
        self._found: dict[int, Keys] = {}

    def found(self, year: int) -> Keys | None:
        """The keys found in a year, oldest first; None before the year was searched."""
        return self._found.get(year)

    def look_through(self, year: int) -> Keys:
        """The keys found in a year, which is searched now if it was not before."""
        if year not in self._found:
            keys = self._years[year].keys
            self._found[year] = Keys(keys.every, array("I", self._fitting(keys)))
        return self._found[year]

    def go_on(self) -> Iterator[int | None]:
        """Search the remaining years, newest first, a few check-ins at each step; yields each year when it is done."""
        for year in self._years.values():
            if year.year in self._found:
                continue
            found = array("I")
            for at in range(0, len(year.keys), STEP):
                found.extend(self._fitting(year.keys[at : at + STEP]))
                yield None
            self._found[year.year] = Keys(year.keys.every, found)
            yield year.year

    def _fitting(self, keys: Keys) -> Iterable[int]:
        """The places of the check-ins that fit the query."""
        of, fits, every = self._lines.of, self._finder.fits, keys.every
        return (at for at in keys.places if (line := of(every[at][1])) is not None and fits(line))


def id_of(key: Key) -> str:
    """The id of the check-in with this key."""
    return make_id(CheckIn, key[1])


def _by_year(keys: Sequence[Key], current_year: int) -> Iterator[LogYear]:
    end = len(keys)
    if end and school_year(date.fromisoformat(keys[-1][0])) < current_year:
        yield LogYear(current_year, Keys(keys, range(0)))
    while end:
        year = school_year(date.fromisoformat(keys[end - 1][0]))
        begin = bisect_left(keys, (date(year, FIRST_MONTH, 1).isoformat(), 0))
        yield LogYear(year, Keys(keys, range(begin, end)))
        end = begin
