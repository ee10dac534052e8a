"""Read one event of an .ics file: its title, the days it covers, and when it repeats."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

import msgspec

from advisory.exchange.file.excerpt import excerpt
from advisory.rules.days.calendar_check import LONGEST

from .ics_property import OddEventError, Properties, as_shown
from .ics_time import Moment, Zones, day_of, is_midnight, view_of
from .recurrence import OddRuleError, recurring_days

YEARS = range(1900, 2201)
"""Years outside this range are mistakes, such as the year 1 that some programs write for "no date"."""
_LONGEST_TITLE = 120
_DAY = timedelta(days=1)
_SUMMARY = re.compile(r"^SUMMARY(?:;[^:\r\n]*)?:(.*)$", re.IGNORECASE | re.MULTILINE)


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event: its first occurrence and how it repeats.

    `starts_on` to `ends_on` are its whole days, both included, or, when it `has_hours` only, the days it touches;
    `begins_on` is the day it begins, which is earlier than `starts_on` when the event begins after midnight. `replaces`
    is the day on which it takes the place of the repeating event with the same `uid`. `odd` says what of it could not be
    read, in words that follow its title.
    """

    title: str
    categories: tuple[str, ...]
    uid: str
    begins_on: date
    starts_on: date
    ends_on: date
    has_hours: bool
    is_canceled: bool
    rule: str
    until: date | None
    left_out: frozenset[date]
    added: tuple[date, ...]
    replaces: date | None
    odd: str


def read_event(text: str, zones: Zones) -> Event:
    """Read the lines of one event. Raises OddEventError when it has no day that can be read."""
    if not text:
        raise OddEventError("has no end (END:VEVENT)")
    properties = Properties(text, zones)
    begins = properties.moment("DTSTART")
    if begins is None:
        raise OddEventError("has a DTSTART that can't be read" if properties.odd else "has no first day (DTSTART)")
    ends, why = _end(properties, begins)
    view = _view(begins, ends, zones)
    begins_on = day_of(begins, view)
    if begins_on.year not in YEARS or day_of(begins, None).year not in YEARS:
        raise OddEventError(f"begins in the year {begins_on.year}")
    days = _whole_days(begins, ends, view, is_all_day=_is_all_day(properties))
    if days and (days[1] - days[0]).days >= LONGEST:
        days, why = (days[0], days[0]), f"lasts {(days[1] - days[0]).days + 1:,} days"
    starts_on, ends_on = days or (begins_on, max(begins_on, day_of(ends, view)))
    until = properties.until()
    replaces = properties.moment("RECURRENCE-ID")
    return Event(
        title=_tidy(properties.word("SUMMARY")),
        categories=properties.words("CATEGORIES"),
        uid=properties.word("UID"),
        begins_on=begins_on,
        starts_on=starts_on,
        ends_on=ends_on,
        has_hours=days is None,
        is_canceled=properties.word("STATUS").strip().upper() in {"CANCELLED", "CANCELED"},
        rule=properties.rule(),
        until=None if until is None else day_of(until, view),
        left_out=frozenset(day_of(at, view) for at in properties.moments("EXDATE")),
        added=tuple(day_of(at, view) for at in properties.moments("RDATE")),
        replaces=None if replaces is None else day_of(replaces, view),
        odd=_odd_words(why, properties.odd),  # the last, when all the others have been read
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
    return _tidy(as_shown(found[1])) if found else ""


def _end(properties: Properties, begins: date | Moment) -> tuple[date | Moment, str]:
    """When it ends, and what is odd of that. For whole days, it is the day after the last.

    Without an end, or with one in no year of a school, RFC 5545 gives a date one day and a time none.
    """
    none = begins if isinstance(begins, Moment) else begins + _DAY
    ends = properties.moment("DTEND")
    if ends is None:
        try:
            length = properties.length() or timedelta()
            ends = (
                Moment(begins.wall + length, begins.zone) if isinstance(begins, Moment) else begins + (length or _DAY)
            )
        except OverflowError:
            properties.odd.append("DURATION")
            return none, ""
    year = day_of(ends, None).year
    if year not in YEARS:
        return none, f"ends in the year {year}"
    if isinstance(begins, Moment) and not isinstance(ends, Moment):
        return Moment(datetime.combine(ends, datetime.min.time()), begins.zone), ""
    return (ends if isinstance(begins, Moment) else day_of(ends, None)), ""


def _view(begins: date | Moment, ends: date | Moment, zones: Zones) -> tzinfo | None:
    """The zone in which to read all times of an event; for an event of whole days, the file's own, since its UNTIL may have hours."""
    try:
        if isinstance(begins, Moment) and isinstance(ends, Moment):
            return view_of(begins, ends, zones.own)
        return next(iter(zones.own), None)
    except OverflowError:  # before year 1 or after year 9999; what is odd about it is said where the years are checked
        return None


def _whole_days(
    begins: date | Moment, ends: date | Moment, view: tzinfo | None, *, is_all_day: bool
) -> tuple[date, date] | None:
    """The first and last day covered from midnight to midnight; None when there is no such day."""
    first, last = _covered(begins, ends, view)
    if last < first and is_all_day:
        first = day_of(begins, view)
        last = max(first, day_of(ends, view) - _DAY)
    return (first, last) if first <= last else None


def _covered(begins: date | Moment, ends: date | Moment, view: tzinfo | None) -> tuple[date, date]:
    """The first and last whole day; the last is earlier than the first when there is none.

    An event that begins at midnight and has no length is a day: programs write that for one without an end.
    """
    if not isinstance(begins, Moment) or not isinstance(ends, Moment):
        return day_of(begins, None), max(day_of(begins, None), day_of(ends, None) - _DAY)
    begun, ended = begins.seen_in(view), ends.seen_in(view)
    first = begun.date() if is_midnight(begun) else begun.date() + _DAY
    if begun == ended and is_midnight(begun):
        return first, first
    reaches_end_of_day = not is_midnight(ended) and is_midnight(ended, ends=True)
    return first, ended.date() if reaches_end_of_day else ended.date() - _DAY


def _is_all_day(properties: Properties) -> bool:
    """Whether Outlook says that it covers whole days, whatever its hours are."""
    names = ("X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT", "X-FUNAMBOL-ALLDAY")
    return any(properties.word(name).strip().upper() in {"TRUE", "1"} for name in names)


def _odd_words(why: str, names: list[str]) -> str:
    """What could not be read of an event that is offered all the same, and what that costs; "" if all could."""
    if why:
        return f"{why}, so only its first day is offered"
    if not names:
        return ""
    costs = {
        "DTEND": "only its first day is offered",
        "DURATION": "only its first day is offered",
        "RRULE": "only its first time is offered",
        "EXDATE": "a time that it leaves out may be offered",
        "RDATE": "its other times only are offered",
        "RECURRENCE-ID": "it is offered beside the event that it changes",
    }
    article = "an" if names[0].startswith("E") else "a"
    return f"has {article} {names[0]} that can't be read, so {costs.get(names[0], 'it is offered without it')}"


def _tidy(title: str) -> str:
    return " ".join(excerpt(title, _LONGEST_TITLE).split())
