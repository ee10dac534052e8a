"""Reads dates as people type them: `today`, `fri`, `+3`, `9/14`, `sep 14`, `14 sep`, `2026-09-14`."""

import re
from datetime import date, timedelta

from advisory.model.day_order import show_date, show_day
from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal

from .uncovered import school_year

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?(?:(?:,\s*|[\s-]+)(\d{4}))?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*([a-z]{3,9})\.?(?:,?[\s-]*(\d{4}))?", re.ASCII)
_WITH_WEEKDAY = re.compile(r"([a-z]{3,9})[,.]?\s+(?=\S)", re.ASCII)
"""A weekday before a date, as the program itself shows one: `Fri Nov 27`."""
_SLASHED = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})(?:\s*/\s*(\d{4}))?")
_SHORTEST = 3
_TARGET_WEEKS = 6
_FARTHEST_YEARS = 100
"""A year farther away than this is a typo, such as 0206 for 2026."""
_SHOWN = 40


def read_day(text: str, today: date, *, past: bool = False, day_first: bool = False) -> date:
    """The date a person means. A weekday is the next one, or with `past` the last one.

    Refuses what is not a date, in a sentence that shows what can be typed.
    """
    word = text.strip().casefold()
    sign = -1 if past else 1
    if len(word) >= _SHORTEST:
        for name, away in _NEAR.items():
            if name.startswith(word):
                return today + timedelta(days=away)
        for number, name in enumerate(_WEEKDAYS):
            if name.startswith(word):
                away = sign * (number - today.weekday()) % 7 or 7
                return today + timedelta(days=sign * away)
    day = _numbered(word, today, past=past, day_first=day_first)
    if day is None or abs(day.year - today.year) > _FARTHEST_YEARS:
        raise Refusal(
            f"“{text.strip()[:_SHOWN]}” is not a date: type one such as today, fri, +3, {'14/9' if day_first else '9/14'}, "
            f"{'14 sep' if day_first else 'sep 14'} or 2026-09-14."
        )
    return day


def _numbered(word: str, today: date, *, past: bool, day_first: bool) -> date | None:
    try:
        if word[:1] in {"+", "-"} and word[1:].isdecimal():
            return today + timedelta(days=int(word))
        if (found := _SLASHED.fullmatch(word)) is not None:
            first, second, year = found.groups()
            month, day = (int(second), int(first)) if day_first else (int(first), int(second))
            if month > len(_MONTHS) >= day:  # 22/1 can mean one day only, whichever order was chosen
                month, day = day, month
            return _dated(month, day, year, today, past=past)
        return _named(word, today, past=past) or date.fromisoformat(word)
    except (ValueError, OverflowError):
        return None


def _named(word: str, today: date, *, past: bool) -> date | None:
    """The date in `nov 27`, `27 nov` or `Fri Nov 27, 2026`: with the month's name the order doesn't matter."""
    if (found := _MONTH_FIRST.fullmatch(word)) is not None:
        month, day, year = found.groups()
    elif (found := _DAY_FIRST.fullmatch(word)) is not None:
        day, month, year = found.groups()
    else:
        weekday = _WITH_WEEKDAY.match(word)
        if weekday is None or not any(name.startswith(weekday[1]) for name in _WEEKDAYS):
            return None
        both = (
            _named(word[weekday.end() :], today, past=way) for way in (past, not past)
        )  # the weekday tells the year
        return next((day for day in both if day and _WEEKDAYS[day.weekday()].startswith(weekday[1])), None)
    number = next((at for at, name in enumerate(_MONTHS, 1) if name.startswith(month)), 0)
    return _dated(number, int(day), year, today, past=past)


def _dated(month: int, day: int, year: str | None, today: date, *, past: bool) -> date:
    return _nearest(month, day, today, past=past) if year is None else date(int(year), month, day)


def _nearest(month: int, day: int, today: date, *, past: bool) -> date:
    """The date in this year, or in the next or the last one if it would be on the wrong side of today."""
    here = date(today.year, month, day)
    if past and here > today:
        return here.replace(year=today.year - 1)
    if not past and here < today:
        return here.replace(year=today.year + 1)
    return here


def next_review(day: date, every: ReviewEvery) -> date:
    """The next review date after `day`. A monthly one is a calendar month later, on its last day if it is shorter."""
    import pendulum

    start = pendulum.date(day.year, day.month, day.day)
    if every is ReviewEvery.MONTHLY:
        end = start.add(months=1)
    else:
        end = start.add(weeks=1 if every is ReviewEvery.WEEKLY else 2)
    return date(end.year, end.month, end.day)


def usual_target(day: date) -> date:
    """Six weeks later: how long a pact runs unless the two agree on another date."""
    return day + timedelta(weeks=_TARGET_WEEKS)


def format_day(day: date, today: date) -> str:
    """A date as people say it: today, yesterday, tomorrow or `Fri Nov 27`, with the year if it is not this year."""
    for name, away in _NEAR.items():
        if day - today == timedelta(days=away):
            return name
    return show_day(day, weekday=True, year=day.year != today.year)


def short_day(day: date | None, today: date, *, weekday: bool = False) -> str:
    """`Nov 28`, or with `weekday` `Sat Nov 28`, with the year if it isn't in the current school year; `–` for none."""
    is_other_year = day is not None and school_year(day) != school_year(today)
    return show_day(day, weekday=weekday, year=is_other_year)


def typed_day(day: date | None) -> str:
    """A date as it stands in a box to be changed: in the advisor's own order, with the year; "" for none.

    It is read back as the same day, whatever day it is by then.
    """
    return show_date(day) if day else ""
