"""Write dates as an .ics file (RFC 5545) that the usual calendars read; a second import updates what the first one added."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from .own_dates import OwnDate

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//advisory//advisory//EN"


def calendar_file(dates: Iterable[OwnDate], zone: tzinfo | None) -> bytes:
    """The file. Hours by the school's clock in `zone` are written in UTC, as they are on that day.

    So they stay right when the clocks change, in every calendar: those that read a zone described in the file don't all
    read it alike. Without a zone they are the same by every clock.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for one in dates:
        calendar.add_component(_event(one, zone))
    return bytes(calendar.to_ical())


def _event(one: OwnDate, zone: tzinfo | None) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.changed_at)
    event.add("sequence", max(0, int((one.changed_at - one.made_at).total_seconds())))
    event.add("summary", one.summary)
    if one.starts is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
    else:
        starts = datetime.combine(one.day, one.starts, tzinfo=zone)
        if zone is not None:
            starts = starts.astimezone(UTC)
        event.add("dtstart", starts)
        event.add("dtend", starts + timedelta(minutes=one.minutes))
        if one.place:
            event.add("location", one.place)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT" if one.starts is None else "OPAQUE")
    return event
