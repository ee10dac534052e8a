"""The log by school year: how much is in it without reading any of it, and what a query finds, a little at a time."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from advisory.model import CheckIn, Student, make_id
from advisory.rules.calendar import FIRST_MONTH, school_year
from advisory.rules.log_line import LogLine, Noted, log_line
from advisory.rules.log_query import Finder, Query
from advisory.store import Digests, Key

from .caseload import Caseload

STEP = 50
"""Check-ins that are looked at in one go: about a tenth of a millisecond, half of one when they are read for the first time."""
Lines = Digests[Noted, LogLine]


class LogYear(msgspec.Struct, frozen=True):
    """The check-ins of one school year by their keys, oldest first."""

    year: int
    keys: Sequence[Key]

    @property
    def label(self) -> str:
        """`2026-27`."""
        return f"{self.year}-{(self.year + 1) % 100:02}"


class Log:
    """The log of a caseload. A check-in's words are folded when it is first looked at, and again only when it has changed."""

    def __init__(self, caseload: Caseload) -> None:
        self._caseload = caseload
        self._lines: Lines = caseload.store.digests(CheckIn, Noted, log_line)
        self._years: tuple[LogYear, ...] = ()
        self._told: tuple[int, int] | None = None

    @property
    def current_year(self) -> int:
        """The school year of today."""
        return school_year(self._caseload.today)

    @property
    def years(self) -> tuple[LogYear, ...]:
        """The school years in which something was written, the newest first; today's also when nothing was yet."""
        as_of = (self._caseload.store.seq, self.current_year)
        if as_of != self._told:
            self._told, self._years = as_of, tuple(_by_year(self._caseload.store.check_in_keys(), self.current_year))
        return self._years

    def search(self, query: Query) -> "Search":
        """Begin to look for something in the log as it is now."""

        def student_of(student_id: str) -> Student | None:
            return self._caseload.store.get(Student, student_id)

        return Search(self._lines, self.years, Finder(query, student_of))

    def read_ahead(self) -> Iterator[None]:
        """Read the words of every check-in, the newest first, some at each step, so that looking for them later is quick."""
        for year in self.years:
            for at in range(len(year.keys), 0, -STEP):
                for _, number in year.keys[max(0, at - STEP) : at]:
                    self._lines.of(number)
                yield


class Search:
    """One query on its way through the years."""

    def __init__(self, lines: Lines, years: Sequence[LogYear], finder: Finder) -> None:
        self._lines, self._finder = lines, finder
        self._years = {year.year: year for year in years}
        self._found: dict[int, Sequence[Key]] = {}

    def found(self, year: int) -> Sequence[Key] | None:
        """The keys of what was found in a year, oldest first; None while it has not been looked through."""
        return self._found.get(year)

    def look_through(self, year: int) -> Sequence[Key]:
        """What there is in one year, looked through now unless it has been."""
        if year not in self._found:
            self._found[year] = self._fitting(self._years[year].keys)
        return self._found[year]

    def go_on(self) -> Iterator[int | None]:
        """Look through the years that are left, the newest first, some check-ins at each step; yields a year when it is done."""
        for year in self._years.values():
            if year.year in self._found:
                continue
            found: list[Key] = []
            for at in range(0, len(year.keys), STEP):
                found += self._fitting(year.keys[at : at + STEP])
                yield None
            self._found[year.year] = found
            yield year.year

    def _fitting(self, keys: Sequence[Key]) -> list[Key]:
        of, fits = self._lines.of, self._finder.fits
        return [key for key in keys if (line := of(key[1])) is not None and fits(line)]


def id_of(key: Key) -> str:
    """The id of the check-in with this key."""
    return make_id(CheckIn, key[1])


def _by_year(keys: Sequence[Key], current_year: int) -> Iterator[LogYear]:
    end = len(keys)
    if end and school_year(date.fromisoformat(keys[-1][0])) < current_year:
        yield LogYear(current_year, ())
    while end:
        year = school_year(date.fromisoformat(keys[end - 1][0]))
        begin = bisect_left(keys, (date(year, FIRST_MONTH, 1).isoformat(), 0))
        yield LogYear(year, keys[begin:end])
        end = begin
