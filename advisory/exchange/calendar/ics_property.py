"""Read the properties of one .ics event one by one, so that an odd one spoils no other."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape

from .ics_time import Moment, Zones, read_moment

_PROPERTY = re.compile(r'([A-Za-z0-9-]+)((?:;[^:;"]*(?:"[^"]*"[^:;"]*)*)*):(.*)', re.DOTALL)
_ZONE = re.compile(r';TZID=("[^"]*"|[^;:]*)', re.IGNORECASE)
_FOLD = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_UNESCAPED_COMMA = re.compile(r"(?<!\\),")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"</?(?:b|i|u|p|br|em|strong|span|div|font|small)\b[^<>]{0,200}>", re.IGNORECASE)
_DATE_LISTS = {"EXDATE", "RDATE"}


class OddEventError(ValueError):
    """An event that can't be offered. Its text completes a sentence that begins with the event's title."""


class Properties:
    """The properties of an event. One that is empty is not there; one that can't be read is not there and in `odd`."""

    def __init__(self, text: str, zones: Zones) -> None:
        self._zones = zones
        self._values: dict[str, list[tuple[str, str]]] = {}
        self.odd: list[str] = []
        for name, parameters, value in _lines(text):
            if value.strip():
                self._values.setdefault(name, []).append((parameters, _decoded(parameters, value)))

    def word(self, name: str) -> str:
        """A property's text, as it is shown: `&amp;` is an ampersand. "" when it is not there."""
        values = self._values.get(name)
        return as_shown(values[0][1]) if values else ""

    def words(self, name: str) -> tuple[str, ...]:
        """Every text that a property lists, such as the categories."""
        lists = (_UNESCAPED_COMMA.split(value) for _, value in self._values.get(name, ()))
        return tuple(filter(None, (as_shown(one).strip() for values in lists for one in values)))

    def moment(self, name: str) -> date | Moment | None:
        """A property's day, or day and time; None when it is not there."""
        return next(self.moments(name), None)

    def moments(self, name: str) -> Iterator[date | Moment]:
        """Every day, or day and time, that a property lists."""
        for parameters, written in self._values.get(name, ()):
            zone_name, value = _zone_and_value(parameters, written)
            zone = self._zones.zone(zone_name) if zone_name else None
            for one in value.split(",") if name in _DATE_LISTS else [value]:
                at = read_moment(one.partition("/")[0], zone)  # of a period, when it begins
                if at is None:
                    self._is_odd(name)
                else:
                    yield at

    def length(self) -> timedelta | None:
        """The DURATION; None when it is not there."""
        from icalendar import vDuration

        for _, value in self._values.get("DURATION", ())[:1]:
            try:
                return timedelta(seconds=vDuration.from_ical(value.strip()).total_seconds())  # type: ignore[no-untyped-call]
            except Exception:  # noqa: BLE001 - the text may be anything, and the library does not document what it raises
                self._is_odd("DURATION")
        return None

    def rule(self) -> str:
        """The RRULE as text, such as `FREQ=YEARLY;BYMONTH=11`; "" when it does not repeat."""
        from icalendar import vRecur

        for _, value in self._values.get("RRULE", ())[:1]:
            try:
                return str(vRecur.from_ical(value.strip().rstrip(";")).to_ical().decode())
            except Exception:  # noqa: BLE001 - as above
                self._is_odd("RRULE")
        return ""

    def until(self) -> date | Moment | None:
        """The last time that the RRULE allows; None when it names none."""
        found = re.search(r"(?:^|;)UNTIL=([^;]*)", self._values.get("RRULE", [("", "")])[0][1], re.IGNORECASE)
        return read_moment(found[1], None) if found else None

    def _is_odd(self, name: str) -> None:
        if name not in self.odd:
            self.odd.append(name)


def as_shown(text: str) -> str:
    """The text of a property without what hides it: backslashes, and the entities and tags of a web page."""
    text = _ESCAPED.sub(lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], text)
    for _ in range(2):  # some calendars write &amp;#39; for an apostrophe
        text = _ENTITY.sub(lambda entity: unescape(entity[0]), text)
    return _TAG.sub(" ", text)


def _decoded(parameters: str, value: str) -> str:
    """The value as text; older programs write what is not ASCII as `=C3=A9`."""
    if "QUOTED-PRINTABLE" not in parameters.upper():
        return value
    from quopri import decodestring

    data = decodestring(value.encode())
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _lines(text: str) -> Iterator[tuple[str, str, str]]:
    """The name, parameters and value of each line of the event itself, without what is nested in it, such as an alarm."""
    depth = 0
    for line in re.split(r"\r?\n", _FOLD.sub("", text)):
        found = _PROPERTY.fullmatch(line)
        if found is None:
            continue
        name = found[1].upper()
        if name in {"BEGIN", "END"}:
            depth += 1 if name == "BEGIN" else -1
        elif depth <= 1:
            yield name, found[2], found[3]


def _zone_and_value(parameters: str, value: str) -> tuple[str, str]:
    """The zone a time is in and the time; a zone's name may hold a colon that nobody quoted, such as (UTC-05:00)."""
    found = _ZONE.search(parameters)
    zone = found[1] if found else ""
    if (zone and not value[:1].isdecimal()) or (zone.count("(") > zone.count(")")):
        rest, _, value = value.rpartition(":")
        zone = f"{zone}:{rest}"
    return zone, value
