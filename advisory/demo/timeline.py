"""The invented term around today: twelve weeks before, seven after, and a few days without school."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

_WEEKS_BEHIND = 12
_WEEKS = 20
_SATURDAY, _FRIDAY = 5, 4
_FIRST_HOUR = time(14, tzinfo=UTC)
_SEASONS = ("Spring",) * 3 + ("Summer",) * 3 + ("Autumn",) * 5 + ("Spring",)

LONGEST_AGO = 56
"""How many school days ago every timeline reaches, whatever day it is built around."""


class Closed(NamedTuple):
    """Days without school, both ends included."""

    starts_on: date
    ends_on: date
    title: str


class Timeline:
    """Converts school days ago to dates. 0 is today or the last school day before; negative ones are to come."""

    def __init__(self, today: date, now: datetime) -> None:
        self.today, self.now = today, now
        self.starts_on = today - timedelta(days=today.weekday(), weeks=_WEEKS_BEHIND)
        self.ends_on = self.starts_on + timedelta(days=_FRIDAY, weeks=_WEEKS - 1)
        self.title = f"{_SEASONS[self.starts_on.month - 1]} term"
        self.closed = (
            self._closed(week=3, weekday=0, days=1, title="Staff day"),
            self._closed(week=7, weekday=3, days=2, title="Autumn break" if "Aut" in self.title else "Long weekend"),
            self._closed(week=14, weekday=0, days=1, title="Conference day"),
        )
        self._days = [day for day in self._all_days() if day.weekday() < _SATURDAY and not self._is_closed(day)]
        self._last = sum(day <= today for day in self._days) - 1

    @property
    def first_day(self) -> date:
        """The first school day of the term."""
        return self._days[0]

    def day(self, ago: int) -> date:
        """The date of a school day, counted in school days ago."""
        return self._days[self._last - ago]

    def due(self, ago: int) -> date:
        """The due date of a promise. Unlike a school day, 0 is always today."""
        return self.day(ago) if ago else self.today

    def next_friday(self) -> date:
        """The next Friday, never today."""
        return self.today + timedelta(days=(_FRIDAY - self.today.weekday() - 1) % 7 + 1)

    def at(self, ago: int, minute: int) -> datetime:
        """An instant `minute` minutes into the afternoon of that day, but never after now."""
        return min(datetime.combine(self.day(ago), _FIRST_HOUR) + timedelta(minutes=minute), self.now)

    def first(self, minute: int) -> datetime:
        """An instant on the first day of the term."""
        return self.at(self._last, minute)

    def _closed(self, *, week: int, weekday: int, days: int, title: str) -> Closed:
        first = self.starts_on + timedelta(weeks=week, days=weekday)
        return Closed(first, first + timedelta(days=days - 1), title)

    def _all_days(self) -> list[date]:
        return [self.starts_on + timedelta(days=day) for day in range((self.ends_on - self.starts_on).days + 1)]

    def _is_closed(self, day: date) -> bool:
        return any(closed.starts_on <= day <= closed.ends_on for closed in self.closed)
