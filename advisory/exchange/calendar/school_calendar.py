"""Read a school's calendar from its .ics file: the all-day events, and which of them look like days without school."""

from collections.abc import Iterator
from datetime import date, timedelta
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
from .ics_time import Zones

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
    """The whole days on the days asked for, in order, and what the advisor should know of the others.

    `with_hours` is the number of events that cover no whole day, and `maybe_off` those of them that look like days off;
    `canceled` are the titles of events that were canceled. `refused` are those that can't be read, or only in part.
    """

    events: tuple[SchoolEvent, ...]
    refused: tuple[RefusedLine, ...]
    notices: tuple[str, ...]
    with_hours: int = 0
    maybe_off: tuple[SchoolEvent, ...] = ()
    canceled: tuple[str, ...] = ()


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
        reading.take(event.line, event.text, text.zones, cancels=text.cancels)
    events = tuple(sorted(set(reading.offered())))
    if len(events) > MOST_OFFERED:
        raise FileError(f"{path} holds {len(events):,} whole days to choose from: export this year alone.")
    maybe_off = tuple(sorted(set(reading.maybe_off())))
    return SchoolCalendar(
        events=events,
        refused=tuple(sorted(reading.refused, key=lambda refused: refused.line)),
        notices=text.notices,
        with_hours=len(reading.with_hours),
        maybe_off=maybe_off,
        canceled=tuple(dict.fromkeys(reading.canceled)),
    )


def two_years(today: date) -> Span:
    """The part of a calendar worth reading: this school year and the next."""
    first = date(school_year(today), FIRST_MONTH, 1)
    return Span(first, first.replace(year=first.year + 2) - timedelta(days=1))


class _Reading:
    """The events of one file, collected one by one."""

    def __init__(self, name: str, first: date, last: date) -> None:
        self._name, self._first, self._last = name, first, last
        self._events: list[tuple[int, Event]] = []
        self._replaced: dict[str, set[date]] = {}
        self._followed = 0
        self._unread = 0
        self.with_hours: list[tuple[int, Event]] = []
        self.canceled: list[str] = []
        self.refused: list[RefusedLine] = []

    def take(self, line: int, text: str, zones: Zones, *, cancels: bool) -> None:
        """Read one event, or record why it can't be read; with `cancels`, the file says that it was canceled."""
        try:
            event = read_event(text, zones)
        except OddEventError as odd:
            self._refuse(line, title_in(text), str(odd))
            self._unread += 1
            self._refuse_file_of_unread()
            return
        if event.replaces is not None:
            self._replaced.setdefault(event.uid, set()).add(event.replaces)
        if event.is_canceled or cancels:
            if self._may_be_now(event):
                self.canceled.append(event.title or _UNTITLED)
        elif not event.has_hours:
            self._events.append((line, event))
            if event.odd:
                self._refuse(line, event.title, event.odd)
        elif self._may_be_now(event):
            self.with_hours.append((line, event))

    def offered(self) -> Iterator[SchoolEvent]:
        """Every occurrence, between the two days, of the events that cover whole days."""
        for line, event in self._events:
            yield from self._times_or_refuse(line, event)

    def maybe_off(self) -> Iterator[SchoolEvent]:
        """Every occurrence, between the two days, of the events with hours that look like days off."""
        for line, event in self.with_hours:
            if looks_like_no_school(event.title, event.categories):
                yield from self._times_or_refuse(line, event)

    def _may_be_now(self, event: Event) -> bool:
        """Whether it is between the two days, without following how it repeats."""
        ends = event.ends_on if not (event.rule or event.added) else event.until or self._last
        return event.begins_on <= self._last and ends >= self._first

    def _times_or_refuse(self, line: int, event: Event) -> Iterator[SchoolEvent]:
        try:
            yield from self._times(event)
        except OddEventError as odd:
            self._followed += _FRUITLESS
            self._refuse(line, event.title, str(odd))

    def _times(self, event: Event) -> Iterator[SchoolEvent]:
        left_out = event.left_out
        if event.replaces is None:
            left_out |= self._replaced.get(event.uid, set())
        offset, length = event.starts_on - event.begins_on, event.ends_on - event.starts_on
        title = event.title or _UNTITLED
        looks_so = looks_like_no_school(title, event.categories)
        for day in days_of(event, self._last):
            self._followed += 1
            if self._followed > _MOST_REPEATED:
                raise FileError(f"{self._name} repeats its events too often to be a school's calendar.")
            starts_on = day + offset
            ends_on = starts_on + length
            if day not in left_out and ends_on >= self._first and starts_on <= self._last:
                yield SchoolEvent(starts_on, ends_on, title, looks_so)

    def _refuse(self, line: int, title: str, why: str) -> None:
        self.refused.append(RefusedLine(line, title, why))

    def _refuse_file_of_unread(self) -> None:
        if self._unread > MOST_REFUSED:
            first = self.refused[0]
            raise FileError(
                f"{self._name} holds more than {MOST_REFUSED} events that can't be read; the first, on line {first.line}, "
                f"{first.why}."
            )
