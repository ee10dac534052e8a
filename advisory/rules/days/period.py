"""The advisory period: which one is held now, how long it still lasts, and on which day the next one is."""

from collections.abc import Iterable
from datetime import date, datetime, time

from advisory.model import MeetingPattern

from .school_days import Calendar

HORIZON = 366
"""Days looked ahead for the next period: a pattern that meets on no school day of a year meets on none."""
_MINUTE = 60


def period_at(patterns: Iterable[MeetingPattern], calendar: Calendar, at: datetime) -> MeetingPattern | None:
    """The pattern whose hours hold at the local wall time `at`; of several the one that began last. None without school.

    A period's first minute is in it, its end is not.
    """
    if not calendar.is_school_day(at.date()):
        return None
    wall = at.time()
    held = [p for p in patterns if at.weekday() in p.weekdays and p.starts <= wall < p.ends]
    return max(held, key=lambda pattern: (pattern.starts, pattern.id), default=None)


def minutes_left(pattern: MeetingPattern, at: datetime) -> int:
    """Whole minutes from the wall time `at` until the pattern's end, rounded up; 0 at its end and after it."""
    left = _seconds(pattern.ends) - _seconds(at.time())
    return max(0, -int(-left // _MINUTE))


def next_period_on(patterns: Iterable[MeetingPattern], calendar: Calendar, after: date) -> date:
    """The first school day later than `after` on which a pattern meets; without such a day the first school day.

    Where a whole year holds no school day it is the day after, so that what is put off always comes back.
    """
    meets = {weekday for pattern in patterns for weekday in pattern.weekdays}
    last = min(after.toordinal() + HORIZON, date.max.toordinal())
    days = [date.fromordinal(day) for day in range(after.toordinal() + 1, last + 1)]
    held = (day for day in days if not meets or day.weekday() in meets)
    school = next(filter(calendar.is_school_day, held), None) or next(filter(calendar.is_school_day, days), None)
    return school or (days[0] if days else after)


def _seconds(wall: time) -> float:
    return wall.hour * 3600 + wall.minute * 60 + wall.second + wall.microsecond / 1_000_000
