"""Read one event of an .ics file: its title, the whole days it covers, and when it repeats."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, tzinfo

import msgspec

from advisory.exchange.file.excerpt import excerpt
from advisory.rules.days.calendar_check import LONGEST

from .ics_property import OddEventError, Properties
from .recurrence import OddRuleError, recurring_days

YEARS = range(1900, 2201)
"""Years outside this range are mistakes, such as the year 1 that some programs write for "no date"."""
_LONGEST_TITLE = 120
_DAY = timedelta(days=1)
_NEARLY_MIDNIGHT = time(23, 59)
"""Some programs end a whole day at 23:59."""
_SUMMARY = re.compile(r"^SUMMARY(?:;[^:\r\n]*)?:(.*)$", re.IGNORECASE | re.MULTILINE)


class Event(msgspec.Struct, frozen=True):
    """An event that covers whole days: its first occurrence and how it repeats.

    `starts_on` to `ends_on` are its whole days, both included; `begins_on` is the day it begins, which is earlier than
    `starts_on` when the event begins after midnight. `replaces` is the day on which it takes the place of the repeating
    event with the same `uid`.
    """

    title: str
    uid: str
    begins_on: date
    starts_on: date
    ends_on: date
    rule: str
    until: date | None
    left_out: frozenset[date]
    added: tuple[date, ...]
    replaces: date | None


def read_event(text: str, zone: tzinfo | None = None) -> Event | None:
    """Read the lines of one event. None when it was canceled or covers no whole day. Raises OddEventError."""
    if not text:
        raise OddEventError("has no end (END:VEVENT)")
    properties = Properties(text, zone)
    begins = properties.moment("DTSTART")
    if begins is None:
        raise OddEventError("has no first day (DTSTART)")
    if properties.word("STATUS").upper() == "CANCELLED":
        return None
    ends = _end(properties, begins)
    for what, at in (("begins", begins), ("ends", ends)):
        if at.year not in YEARS:
            raise OddEventError(f"{what} in the year {at.year}")
    days = _whole_days(begins, ends)
    if days is None:
        return None
    starts_on, ends_on = days
    length = (ends_on - starts_on).days + 1
    if length > LONGEST:
        raise OddEventError(f"lasts {length:,} days")
    return Event(
        title=_tidy(properties.word("SUMMARY")),
        uid=properties.word("UID"),
        begins_on=_day(begins),
        starts_on=starts_on,
        ends_on=ends_on,
        rule=properties.rule(),
        until=properties.until(),
        left_out=frozenset(properties.days("EXDATE")),
        added=tuple(properties.days("RDATE")),
        replaces=next(properties.days("RECURRENCE-ID"), None),
    )


def days_of(event: Event, last: date) -> Iterator[date]:
    """The day each occurrence begins, up to `last`: the first, then those listed one by one, then the rule's.

    Raises OddEventError for a rule that no school calendar needs.
    """
    yield event.begins_on
    yield from event.added
    try:
        if event.rule:
            yield from recurring_days(event.rule, event.begins_on, event.until, last)
    except OddRuleError as odd:
        raise OddEventError(f"repeats {odd}, so only its first time is offered") from None


def title_in(text: str) -> str:
    """The title in the text of an event that can't be read, as far as it can be found."""
    found = _SUMMARY.search(text)
    return _tidy(found[1]) if found else ""


def _end(properties: Properties, begins: date | datetime) -> date | datetime:
    """When it ends: for whole days, the day after the last. Without an end, RFC 5545 gives a date one day."""
    ends = properties.moment("DTEND")
    if ends is not None:
        return ends
    try:
        length = properties.length()
        if length is not None:
            return begins + length
        return begins if isinstance(begins, datetime) else begins + _DAY
    except OverflowError:
        raise OddEventError("has a DURATION that can't be read") from None


def _whole_days(begins: date | datetime, ends: date | datetime) -> tuple[date, date] | None:
    """The first and last day covered from midnight to midnight; None when there is no such day."""
    if not isinstance(begins, datetime):
        return begins, max(begins, _day(ends) - _DAY)
    first = begins.date() if begins.time() == time() else begins.date() + _DAY
    is_end_of_day = isinstance(ends, datetime) and ends.time() >= _NEARLY_MIDNIGHT
    last = _day(ends) if is_end_of_day else _day(ends) - _DAY
    return (first, last) if first <= last else None


def _day(at: date | datetime) -> date:
    return at.date() if isinstance(at, datetime) else at


def _tidy(title: str) -> str:
    return " ".join(excerpt(title, _LONGEST_TITLE).split())
