"""The time zone of the school's clock, by the name that calendars know it by."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from advisory.rules.refusal import Refusal


def local_zone() -> ZoneInfo | None:
    """The zone that this computer is set to; None if it has no such name."""
    from pendulum.tz.local_timezone import get_local_timezone

    try:
        return ZoneInfo(get_local_timezone().name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


def named_zone(name: str) -> ZoneInfo:
    """The zone with this name. Refuses a name that no zone has."""
    try:
        return ZoneInfo(name.strip())
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refusal(
            f"There is no time zone “{name.strip()}”. Type one such as America/Chicago or Europe/Berlin."
        ) from None
