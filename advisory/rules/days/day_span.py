"""A span of days as two days are typed: the first may have gone by or be to come, and the last is not before it."""

from datetime import date

from .day_words import read_day
from .school_days import Span

_LONGEST = 300
"""Days: where the last would come only after so many, it was meant to lie before the first, and is refused for it."""


def read_span(first: str, last: str, today: date, *, day_first: bool = False) -> Span:
    """The days a person means, both included; the first alone is one day.

    `9/14` is the nearer one, gone by or to come; the last is the next one from there. Refuses what is no day.
    """
    starts_on = min(_both(first, today, day_first=day_first), key=lambda day: abs((day - today).days))
    if not last.strip():
        return Span(starts_on, starts_on)
    as_of_today = _both(last, today, day_first=day_first)
    from_there = _both(last, starts_on, day_first=day_first)
    is_said_from_today = as_of_today[0] == as_of_today[1]
    ends = as_of_today if is_said_from_today else from_there
    ends_on = next((day for day in ends if day >= starts_on), ends[-1])
    is_turned_round = (ends_on - starts_on).days > _LONGEST
    return Span(starts_on, ends[0] if is_turned_round else ends_on)


def _both(text: str, today: date, *, day_first: bool) -> list[date]:
    """What the text means of the past and of the time to come, in order; the same twice where it says the year."""
    return sorted(read_day(text, today, past=past, day_first=day_first) for past in (True, False))
