"""What the tests of school calendars share: a file of events, and what is read of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from advisory.exchange.calendar.school_calendar import SchoolCalendar, read_school_calendar

CALENDARS = Path(__file__).with_name("calendars")
FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)
Lines = Callable[..., SchoolCalendar]


def ics(*events: str) -> bytes:
    """A calendar of events, each given as its lines."""
    blocks = "".join(f"BEGIN:VEVENT\r\n{event.strip()}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{blocks}END:VCALENDAR\r\n".encode()


def event(starts: str, *lines: str, title: str = "No school") -> str:
    """An event that begins on a day (`20261126`) or at a time."""
    kind = "" if "T" in starts else ";VALUE=DATE"
    return "\r\n".join([f"DTSTART{kind}:{starts}", f"SUMMARY:{title}", *lines])


def read(path: Path, data: bytes) -> SchoolCalendar:
    """What a file of these bytes says of the school year of these tests."""
    path.write_bytes(data)
    return read_school_calendar(path, FIRST, LAST)


def spans(calendar: SchoolCalendar) -> list[tuple[str, str]]:
    """First and last days, without the century and the dashes."""
    return [(f"{one.starts_on:%y%m%d}", f"{one.ends_on:%y%m%d}") for one in calendar.events]
