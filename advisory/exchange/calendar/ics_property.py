"""Read the properties of one .ics event as plain values; icalendar is loaded only when the first event is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, tzinfo
from typing import Any


class OddEventError(ValueError):
    """An event that can't be offered. Its text completes a sentence that begins with the event's title."""


class Properties:
    """The properties of an event. Asking for one that can't be read raises OddEventError.

    Times are local to the school: those in UTC are converted to `zone` when the calendar names one.
    """

    def __init__(self, text: str, zone: tzinfo | None = None) -> None:
        from icalendar import Event

        try:
            self._event: Any = Event.from_ical(text)
        except Exception as error:  # the bytes may be anything, and the library does not document what it raises
            raise OddEventError("can't be read") from error
        self._zone = zone
        self._broken = {str(name).upper() for name, _ in self._event.errors}

    def word(self, name: str) -> str:
        """A property's text; "" when it is not there."""
        values = self._values(name)
        return str(values[0]) if values else ""

    def moment(self, name: str) -> date | datetime | None:
        """A property's day, or day and time; None when it is not there."""
        return next((self._wall(name, at) for at in self._dates(name)), None)

    def days(self, name: str) -> Iterator[date]:
        """Every day that a property lists."""
        for at in self._dates(name):
            wall = self._wall(name, at)
            yield wall.date() if isinstance(wall, datetime) else wall

    def length(self) -> timedelta | None:
        """The DURATION; None when it is not there."""
        found = next(self._dates("DURATION"), None)
        if found is not None and not isinstance(found, timedelta):
            raise _unreadable("DURATION")
        return found

    def rule(self) -> str:
        """The RRULE as text, such as `FREQ=YEARLY;BYMONTH=11`; "" when it does not repeat."""
        values = self._values("RRULE")
        with _reading("RRULE"):
            return str(values[0].to_ical().decode()) if values else ""

    def until(self) -> date | None:
        """The last day that the RRULE allows; None when it names none."""
        with _reading("RRULE"):
            found = [at for rule in self._values("RRULE")[:1] for at in rule.get("UNTIL", ())]
        wall = self._wall("RRULE", found[0]) if found else None
        return wall.date() if isinstance(wall, datetime) else wall

    def _values(self, name: str) -> list[Any]:
        if name in self._broken:
            raise _unreadable(name)
        value = self._event.get(name)
        return value if isinstance(value, list) else [] if value is None else [value]

    def _dates(self, name: str) -> Iterator[object]:
        for value in self._values(name):
            with _reading(name):
                found = [one.dt for one in getattr(value, "dts", [value])]
            yield from (at[0] if isinstance(at, tuple) else at for at in found)

    def _wall(self, name: str, at: object) -> date | datetime:
        if isinstance(at, datetime):
            with _reading(name):
                needs_zone = self._zone is not None and at.tzname() == "UTC"
                return (at.astimezone(self._zone) if needs_zone else at).replace(tzinfo=None)
        if isinstance(at, date):
            return at
        raise _unreadable(name)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    try:
        yield
    except (AttributeError, TypeError, ValueError, OverflowError) as error:
        raise _unreadable(name) from error


def _unreadable(name: str) -> OddEventError:
    return OddEventError(f"has a {name} that can't be read")
