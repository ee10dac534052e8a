"""The days of a capture line: when it happened, `yest:`, and until when something is promised, `>fri`."""

import re
from datetime import date
from typing import NamedTuple

from advisory.rules.days.day_words import read_day, say_day
from advisory.rules.refusal import Refusal

from .mark import CaptureRefusal, bare, or_plain, shown

SOMEDAY = "someday"
"""In the place of a promise's day: it has none."""
_SHORTEST = 3
_NUMBERED = re.compile(r"[+-]\d+:|\d+/\d+(/\d+)?:|\d{4}-\d+-\d+:")
"""What can only be meant as a day; one that can't be read must not slip into a note of today."""


class Days(NamedTuple):
    """As of when a line is read, and how."""

    today: date
    next_period_on: date
    day_first: bool = False


def read_due(word: str, position: int, days: Days) -> date | None:
    """The day in `>fri` or `>next period`; None for `>someday`. Refuses what is no day or has gone by."""
    typed = " ".join(bare(word).split())
    if len(typed) >= _SHORTEST and SOMEDAY.startswith(typed):
        return None
    if re.fullmatch(r"next\W* period", typed):
        return days.next_period_on
    try:
        day = read_day(typed, days.today, day_first=days.day_first)
    except Refusal:
        raise CaptureRefusal(
            f"“{shown(word)}” names no day for a promise: type >today, >fri, >+3, >12/12, >next period or >someday. "
            f"{or_plain(word)}",
            position,
        ) from None
    if day < days.today:
        raise CaptureRefusal(
            f"“{shown(word)}” is {say_day(day, days.today)}, which has gone by: promise for today or a later day.",
            position,
        )
    return day


def read_day_mark(word: str, position: int, days: Days) -> date | None:
    """The day in `yest:`; None for what is no day, such as `Plan:`. Refuses a day to come."""
    day = _day_before_colon(word, days.today, day_first=days.day_first)
    if day is None and _NUMBERED.fullmatch(word):
        raise CaptureRefusal(
            f"“{shown(word)}” is no day: type yest:, mon:, -2:, 9/14: or 2026-09-14:. {or_plain(word)}", position
        )
    if day is not None and day > days.today:
        raise CaptureRefusal(
            f"“{shown(word)}” is {say_day(day, days.today)}, still to come: write it down when it has happened. "
            f"{or_plain(word)}",
            position,
        )
    return day


def looks_like_day_mark(word: str, today: date) -> bool:
    """Whether a word at the beginning of a note would be read as its day, day first or month first."""
    is_numbered = _NUMBERED.fullmatch(word) is not None
    return is_numbered or any(_day_before_colon(word, today, day_first=first) for first in (False, True))


def _day_before_colon(word: str, today: date, *, day_first: bool) -> date | None:
    if not word.endswith(":"):
        return None
    try:
        return read_day(word[:-1], today, past=True, day_first=day_first)
    except Refusal:
        return None
