"""The advisory period: the one in session now, the minutes left in it, and the date of the next one."""

from collections.abc import Iterable
from datetime import date, datetime, time

from advisory.model import MeetingPattern

from .school_days import Calendar

HORIZON = 366
"""How many days ahead to look for the next period; a pattern that does not meet in a year never does."""
_MINUTE = 60


def period_at(patterns: Iterable[MeetingPattern], calendar: Calendar, at: datetime) -> MeetingPattern | None:
    """The pattern in session at local time `at`, or None; of several, the one that started last.

    A period includes its first minute but not its end. On a day without school there is none.
    """
    if not calendar.is_school_day(at.date()):
        return None
    wall = at.time()
    held = [p for p in patterns if at.weekday() in p.weekdays and p.starts <= wall < p.ends]
    return max(held, key=lambda pattern: (pattern.starts, pattern.id), default=None)


def minutes_left(pattern: MeetingPattern, at: datetime) -> int:
    """Minutes from local time `at` until the period ends, rounded up; 0 at its end and later."""
    left = _seconds(pattern.ends) - _seconds(at.time())
    return max(0, -int(-left // _MINUTE))


def next_period_on(patterns: Iterable[MeetingPattern], calendar: Calendar, after: date) -> date:
    """The next school day after `after` when a period meets; if there is none, the next school day.

    If there is no school day for a whole year, it is the day after, so that something postponed always comes back.
    """
    meets = {weekday for pattern in patterns for weekday in pattern.weekdays}
    last = min(after.toordinal() + HORIZON, date.max.toordinal())
    days = range(after.toordinal() + 1, last + 1)
    held = (day for day in map(date.fromordinal, days) if not meets or day.weekday() in meets)
    school = next(filter(calendar.is_school_day, held), None)
    school = school or next(filter(calendar.is_school_day, map(date.fromordinal, days)), None)
    return school or next(map(date.fromordinal, days), after)


def _seconds(wall: time) -> float:
    return wall.hour * 3600 + wall.minute * 60 + wall.second + wall.microsecond / 1_000_000
