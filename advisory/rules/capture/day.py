"""The two kinds of dates in a capture line: when it happened (`yest:`), and when a promise is due (`>fri`)."""

import re
from datetime import date
from typing import NamedTuple

from advisory.rules.days.day_words import format_day, read_day
from advisory.rules.refusal import Refusal

from .mark import CaptureRefusal, bare, or_plain, shown

SOMEDAY = "someday"
"""Typed instead of a due date: the promise has none."""
_SHORTEST = 3
_NUMBERED = re.compile(r"[+-]\d+:|\d+/\d+(/\d+)?:|\d{4}-\d+-\d+:")
"""Something clearly meant as a date; refused if it can't be read, so that the note isn't dated today by mistake."""


class Days(NamedTuple):
    """What reading a date depends on: today, the next advisory period, and whether the day comes before the month."""

    today: date
    next_period_on: date
    day_first: bool = False


def read_due(word: str, position: int, days: Days) -> date | None:
    """The due date in `>fri` or `>next period`; None for `>someday`. Refuses a past date and what is not a date."""
    typed = " ".join(bare(word).split())
    if len(typed) >= _SHORTEST and SOMEDAY.startswith(typed):
        return None
    if re.fullmatch(r"next\W* period", typed):
        return days.next_period_on
    try:
        day = read_day(typed, days.today, day_first=days.day_first)
    except Refusal:
        raise CaptureRefusal(
            f"“{shown(word)}” is not a date for a promise. Type >today, >fri, >+3, >12/12, >next period or >someday. "
            f"{or_plain(word)}",
            position,
            word,
        ) from None
    if day < days.today:
        raise CaptureRefusal(
            f"“{shown(word)}” is {format_day(day, days.today)}, which is in the past. Choose today or a later day.",
            position,
            word,
        )
    return day


def read_day_mark(word: str, position: int, days: Days) -> date | None:
    """The date in `yest:`; None for a word that is not a date, such as `Plan:`. Refuses a date in the future."""
    day = _day_before_colon(word, days.today, day_first=days.day_first)
    if day is None and _NUMBERED.fullmatch(word):
        example = "14/9" if days.day_first else "9/14"
        raise CaptureRefusal(
            f"“{shown(word)}” is not a date. Type yest:, mon:, -2:, {example}: or 2026-09-14:. {or_plain(word)}",
            position,
            word,
        )
    if day is not None and day > days.today:
        raise CaptureRefusal(
            f"“{shown(word)}” is {format_day(day, days.today)}, still to come. Write it down after it happens. "
            f"{or_plain(word)}",
            position,
            word,
        )
    return day


def looks_like_day_mark(word: str, today: date) -> bool:
    """Whether the first word of a note would be read as its date, with the day first or the month first."""
    is_numbered = _NUMBERED.fullmatch(word) is not None  # the only one for which the order matters
    return is_numbered or _day_before_colon(word, today, day_first=False) is not None


def _day_before_colon(word: str, today: date, *, day_first: bool) -> date | None:
    if not word.endswith(":"):
        return None
    try:
        return read_day(word[:-1], today, past=True, day_first=day_first)
    except Refusal:
        return None
