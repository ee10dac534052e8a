"""Days as people type them: `today`, `fri`, `+3`, `9/14`, `2026-09-14`."""

from datetime import date, timedelta

from advisory.model.words import ReviewEvery
from advisory.rules.refusal import Refusal

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_SHORTEST = 3
_TARGET_WEEKS = 6
_FARTHEST_YEARS = 100
"""Beyond this a year is a slip of the fingers, such as 0206 for 2026."""
_SHOWN = 40


def read_day(text: str, today: date, *, past: bool = False, day_first: bool = False) -> date:
    """The day a person means. A weekday is the next one to come, or with `past` the last one gone by.

    Refuses what is no day, in a sentence that shows what can be typed.
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
            f"“{text.strip()[:_SHOWN]}” is no day: type one as today, fri, +3, {'14/9' if day_first else '9/14'} or 2026-09-14."
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
    """As int, which would also take signs, blanks inside and underscores."""
    if not digits.strip().isdecimal():
        raise ValueError(digits)
    return int(digits)


def _nearest(month: int, day: int, today: date, *, past: bool) -> date:
    """That day of this year, unless it lies on the wrong side of today; then of the next or the last."""
    here = date(today.year, month, day)
    if past and here > today:
        return here.replace(year=today.year - 1)
    if not past and here < today:
        return here.replace(year=today.year + 1)
    return here


def next_review(day: date, every: ReviewEvery) -> date:
    """The review after `day`; a month is a calendar month, and ends where the shorter one does."""
    import pendulum

    start = pendulum.date(day.year, day.month, day.day)
    if every is ReviewEvery.MONTHLY:
        end = start.add(months=1)
    else:
        end = start.add(weeks=1 if every is ReviewEvery.WEEKLY else 2)
    return date(end.year, end.month, end.day)


def usual_target(day: date) -> date:
    """Six weeks on, until when a pact runs unless the two say otherwise (DESIGN §4)."""
    return day + timedelta(weeks=_TARGET_WEEKS)


def say_day(day: date, today: date) -> str:
    """A day as it is said: today, yesterday, tomorrow or `Fri 27 Nov`, with the year when that is not today's."""
    for name, away in _NEAR.items():
        if day - today == timedelta(days=away):
            return name
    said = f"{day:%a} {day.day} {day:%b}"
    return said if day.year == today.year else f"{said} {day.year}"
