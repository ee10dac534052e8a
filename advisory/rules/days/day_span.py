"""Reads a span of days from its typed first and last day."""

from datetime import date

from .day_words import read_day
from .school_days import Span

_LONGEST = 300
"""Days: a last day farther away than this was meant to lie before the first one, and the caller refuses it."""


def read_span(first: str, last: str, today: date, *, day_first: bool = False) -> Span:
    """The span a person means; without a last day, it is one day.

    `9/14` as the first day is the nearest one, past or future; as the last day it is the next one after the first.
    Refuses what is not a date.
    """
    starts_on = min(_past_and_future(first, today, day_first=day_first), key=lambda day: abs((day - today).days))
    if not last.strip():
        return Span(starts_on, starts_on)
    as_of_today = _past_and_future(last, today, day_first=day_first)
    from_there = _past_and_future(last, starts_on, day_first=day_first)
    is_relative_to_today = as_of_today[0] == as_of_today[1]
    ends = as_of_today if is_relative_to_today else from_there
    ends_on = next((day for day in ends if day >= starts_on), ends[-1])
    is_reversed = (ends_on - starts_on).days > _LONGEST
    return Span(starts_on, ends[0] if is_reversed else ends_on)


def _past_and_future(text: str, today: date, *, day_first: bool) -> list[date]:
    """The latest past date and the next future date the text may mean, in order; equal if it names the year."""
    return sorted(read_day(text, today, past=past, day_first=day_first) for past in (True, False))
