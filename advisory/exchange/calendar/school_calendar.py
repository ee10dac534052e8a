"""Read a school's calendar from its .ics file: the all-day events, and which of them look like days without school."""

from collections.abc import Iterator
from datetime import date, timedelta, tzinfo
from pathlib import Path

import msgspec

from advisory.exchange.file.error import FileError
from advisory.exchange.file.on_disk import read_file
from advisory.exchange.roster.roster import RefusedLine
from advisory.rules.days.school_days import FIRST_MONTH, Span, school_year

from .day_off_words import looks_like_no_school
from .ics_event import Event, days_of, read_event, title_in
from .ics_property import OddEventError
from .ics_text import read_ics_text

LARGEST_FILE = 8 * 1024 * 1024
MOST_EVENTS = 10_000
MOST_REFUSED = 100
MOST_OFFERED = 3_000
_MOST_REPEATED = 200_000
"""Days that may be computed from all the rules of a file together."""
_FRUITLESS = _MOST_REPEATED // 10
"""What a rule that never yields a day counts for: finding out takes as long as computing many days."""
_UNTITLED = "(no title)"


class SchoolEvent(msgspec.Struct, frozen=True, order=True):
    """Whole days in a school's calendar, both ends included. `looks_like_no_school` when the title clearly says so."""

    starts_on: date
    ends_on: date
    title: str
    looks_like_no_school: bool


class SchoolCalendar(msgspec.Struct, frozen=True):
    """The events on the days asked for, in order; the events that can't be used; and what the advisor should know."""

    events: tuple[SchoolEvent, ...]
    refused: tuple[RefusedLine, ...]
    notices: tuple[str, ...]


def read_school_calendar(path: Path, first: date, last: date) -> SchoolCalendar:
    """The events between two days, with every occurrence of those that repeat. Raises FileError for an unreadable file.

    An event that can't be read is refused with its line number, and the others are offered. Nothing is downloaded.
    """
    wanted = "the .ics file of a school's calendar"
    text = read_ics_text(str(path), read_file(path, LARGEST_FILE, wanted=wanted, than="any school's calendar"))
    if len(text.events) > MOST_EVENTS:
        raise FileError(f"{path} holds {len(text.events):,} events, more than any school year: export this year alone.")
    reading = _Reading(str(path), first, last)
    for event in text.events:
        reading.take(event.line, event.text, text.zone)
    events = tuple(sorted(set(reading.offered())))
    if len(events) > MOST_OFFERED:
        raise FileError(f"{path} holds {len(events):,} whole days to choose from: export this year alone.")
    return SchoolCalendar(events, tuple(sorted(reading.refused, key=lambda refused: refused.line)), text.notices)


def two_years(today: date) -> Span:
    """The part of a calendar worth reading: this school year and the next."""
    first = date(school_year(today), FIRST_MONTH, 1)
    return Span(first, first.replace(year=first.year + 2) - timedelta(days=1))


def odd_lines(calendar: SchoolCalendar) -> list[str]:
    """The notices about a calendar, and one line for each event that could not be read."""
    odd = [(each.line, f"“{each.value}”" if each.value else "an event", each.why) for each in calendar.refused]
    return [*calendar.notices, *(f"line {line}: {called} {why}" for line, called, why in odd)]


class _Reading:
    """The events of one file, collected one by one."""

    def __init__(self, name: str, first: date, last: date) -> None:
        self._name, self._first, self._last = name, first, last
        self._events: list[tuple[int, Event]] = []
        self._replaced: dict[str, set[date]] = {}
        self._followed = 0
        self.refused: list[RefusedLine] = []

    def take(self, line: int, text: str, zone: tzinfo | None) -> None:
        """Read one event, or record why it can't be read."""
        try:
            event = read_event(text, zone)
        except OddEventError as odd:
            self._refuse(line, title_in(text), odd)
            return
        if event is not None:
            self._events.append((line, event))
            if event.replaces is not None:
                self._replaced.setdefault(event.uid, set()).add(event.replaces)

    def offered(self) -> Iterator[SchoolEvent]:
        """Every occurrence of the events between the two days."""
        for line, event in self._events:
            try:
                yield from self._times(event)
            except OddEventError as odd:
                self._followed += _FRUITLESS
                self._refuse(line, event.title, odd)

    def _times(self, event: Event) -> Iterator[SchoolEvent]:
        left_out = event.left_out
        if event.replaces is None:
            left_out |= self._replaced.get(event.uid, set())
        offset, length = event.starts_on - event.begins_on, event.ends_on - event.starts_on
        title = event.title or _UNTITLED
        for day in days_of(event, self._last):
            self._followed += 1
            if self._followed > _MOST_REPEATED:
                raise FileError(f"{self._name} repeats its events too often to be a school's calendar.")
            starts_on = day + offset
            ends_on = starts_on + length
            if day not in left_out and ends_on >= self._first and starts_on <= self._last:
                yield SchoolEvent(starts_on, ends_on, title, looks_like_no_school(title))

    def _refuse(self, line: int, title: str, odd: OddEventError) -> None:
        self.refused.append(RefusedLine(line, title, str(odd)))
        if len(self.refused) > MOST_REFUSED:
            first = self.refused[0]
            raise FileError(
                f"{self._name} holds more than {MOST_REFUSED} events that can't be read; the first, on line {first.line}, "
                f"{first.why}."
            )
