"""Reads dates as people type them: `today`, `fri`, `+3`, `9/14`, `2026-09-14`."""

from datetime import date, timedelta

from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
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
            f"“{text.strip()[:_SHOWN]}” is not a date: type one such as today, fri, +3, {'14/9' if day_first else '9/14'} or 2026-09-14."
        )
    return day


def _numbered(word: str, today: date, *, past: bool, day_first: bool) -> date | None:
    try:
        if word[:1] in {"+", "-"} and word[1:].isdecimal():
            return today + timedelta(days=int(word))
        if "/" in word:
            first, second = (_count(part) for part in word.split("/"))
            month, day = (second, first) if day_first else (first, second)
            return _nearest(month, day, today, past=past)
        return date.fromisoformat(word)
    except (ValueError, OverflowError):
        return None


def _count(digits: str) -> int:
    """int() for digits only: it would also accept signs, inner spaces and underscores."""
    if not digits.strip().isdecimal():
        raise ValueError(digits)
    return int(digits)


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
    """A date as people say it: today, yesterday, tomorrow or `Fri 27 Nov`, with the year if it is not this year."""
    for name, away in _NEAR.items():
        if day - today == timedelta(days=away):
            return name
    said = f"{day:%a} {day.day} {day:%b}"
    return said if day.year == today.year else f"{said} {day.year}"
