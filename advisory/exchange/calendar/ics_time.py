"""Read the times of an .ics file, and find the time zone in which an event covers whole days."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|[+-]00:?00)?)?", re.IGNORECASE
)
_NAME_OF_ZONE = re.compile(r"^TZID[^\r\n]*", re.IGNORECASE | re.MULTILINE)
"""Taken out before icalendar reads a zone: it would give the zone to every later file that mentions the name."""
_HOURS = 24
_DAY = timedelta(days=1)
_NEARLY_MIDNIGHT = time(23, 59)
"""Some programs end a whole day at 23:59."""
_SHORTEST = timedelta(hours=22)
_USUAL_ZONES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
    "Pacific/Honolulu", "America/Halifax", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Europe/Athens", "Asia/Dubai",
    "Asia/Kolkata", "Asia/Bangkok", "Asia/Shanghai", "Asia/Tokyo", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""Where a school may be whose file gives times in UTC and names no zone at all."""


class Moment(NamedTuple):
    """A time as written, and the zone it is written in; None when it names none, or one that nobody knows."""

    wall: datetime
    zone: tzinfo | None = None

    def seen_in(self, zone: tzinfo | None) -> datetime:
        """What a clock in a zone shows at this time; a time without a zone is shown as written."""
        if self.zone is None or zone is None or zone is self.zone:
            return self.wall
        return self.wall.replace(tzinfo=self.zone).astimezone(zone).replace(tzinfo=None)

    @property
    def is_utc(self) -> bool:
        """Whether it is written in UTC, which most programs do with times of any zone."""
        return self.zone is UTC


class Zones:
    """The time zones that a file names: its own (X-WR-TIMEZONE) first, then those it describes, then others it mentions."""

    def __init__(self, named: Iterable[str] = (), described: Mapping[str, str] | None = None) -> None:
        self._described = described or {}
        self._known: dict[str, tzinfo | None] = {}
        self.own: list[tzinfo] = []
        for name in named:
            zone = self.zone(name)
            if zone is not None and zone is not UTC and zone not in self.own:
                self.own.append(zone)

    def zone(self, name: str) -> tzinfo | None:
        """A zone by the name it has in the file; None for a name that says nothing."""
        name = name.strip().strip('"')
        if name not in self._known:
            self._known[name] = _known_zone(name) or _described_zone(self._described.get(name, ""))
        return self._known[name]


def read_moment(text: str, zone: tzinfo | None) -> date | Moment | None:
    """A day, or a day and time in a zone. None when it is neither; `T240000` is the midnight that ends the day."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        on = date(year, month, day)
        if found[4] is None:
            return on
        is_next = hour == _HOURS
        at = datetime.combine(on + _DAY * is_next, time(0 if is_next else hour, minute, min(second, 59)))
    except (ValueError, OverflowError):
        return None
    return Moment(at, UTC if found[7] else zone)


def day_of(at: date | Moment, zone: tzinfo | None) -> date:
    """The day of a time, as a clock in a zone shows it."""
    return at.seen_in(zone).date() if isinstance(at, Moment) else at


def view_of(begins: Moment, ends: Moment, own: list[tzinfo]) -> tzinfo | None:
    """The zone in which an event goes from midnight to midnight, or else the one in which its hours are meant.

    Whole days are often written as hours in another zone: midnight in New York is 05:00 in UTC. A time in UTC that no
    zone of the file makes a whole day of may still be midnight in UTC, or, where the file names no zone, somewhere else.
    """
    lasts = ends.seen_in(begins.zone) - begins.wall
    written: list[tzinfo | None] = [*own, UTC] if begins.is_utc else [begins.zone, *own]
    if lasts < _SHORTEST:
        return written[0]
    guessed = _usual_zones() if begins.is_utc and not own and _is_days(lasts) else iter(())
    for zone in (*written, *guessed):
        if is_midnight(begins.seen_in(zone)) and is_midnight(ends.seen_in(zone), ends=True):
            return zone
    return written[0]


def is_midnight(at: datetime, *, ends: bool = False) -> bool:
    """Whether a day begins here; for the end of an event, 23:59 will do."""
    return at.time() == time() or (ends and at.time() >= _NEARLY_MIDNIGHT)


def _is_days(lasts: timedelta) -> bool:
    """Whether it is a number of days, one of them perhaps an hour longer or shorter when the clocks change."""
    rest = abs(lasts - round(lasts / _DAY) * _DAY)
    return rest <= timedelta(minutes=1) or abs(rest - timedelta(hours=1)) <= timedelta(minutes=1)


def _usual_zones() -> Iterator[tzinfo]:
    for name in _USUAL_ZONES:
        zone = _known_zone(name)
        if zone is not None:
            yield zone


def _known_zone(name: str) -> tzinfo | None:
    """A zone by its usual name, or the name that Windows or another vendor gives it; without that library's warnings."""
    from icalendar.timezone import tzp

    if not name:
        return None
    if name.casefold() in {"utc", "gmt", "etc/utc", "etc/gmt", "z", "zulu", "tzone://microsoft/utc"}:
        return UTC
    found: tzinfo | None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = tzp.timezone(name)
    except Exception:  # noqa: BLE001 - the name may be anything, and the library does not document what it raises
        return None
    return found


def _described_zone(text: str) -> tzinfo | None:
    """The zone that a VTIMEZONE describes by its rules."""
    from icalendar import Timezone

    if not text:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            described: Any = Timezone.from_ical(_NAME_OF_ZONE.sub("TZID:-", text))
            zone: tzinfo = described.to_tz(lookup_tzid=False)
            datetime(2026, 1, 1, tzinfo=zone).astimezone(UTC)
    except Exception:  # noqa: BLE001 - as above
        return None
    return zone
