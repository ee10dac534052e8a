"""When the advisory period meets next."""

from collections.abc import Iterable
from datetime import date, timedelta

from advisory.model import MeetingPattern

from .calendar import Calendar

_FARTHEST_DAYS = 400


def next_period_on(patterns: Iterable[MeetingPattern], calendar: Calendar, after: date) -> date:
    """The first school day later than `after` on which the period meets; the next day when there is none for a year."""
    weekdays = {day for pattern in patterns for day in pattern.weekdays} or set(range(7))
    coming = (after + timedelta(days=away) for away in range(1, _FARTHEST_DAYS))
    return next(
        (day for day in coming if day.weekday() in weekdays and calendar.is_school_day(day)), after + timedelta(days=1)
    )
