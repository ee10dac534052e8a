"""How a partnership goes on into the next school year: as it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from advisory.model import Partnership
from advisory.rules.days.school_days import school_year

_AS_IT_STANDS = ("stage", "entered_on", "next_step")


def carried_into(partnership: Partnership, year: int) -> dict[str, Any]:
    """The fields of the partnership in a later school year: the same stage since the same day, and the same next step."""
    return {
        "student": partnership.student,
        "school_year": year,
        **{field: getattr(partnership, field) for field in _AS_IT_STANDS},
    }


def goes_on_as(partnerships: Sequence[Partnership], year: int, today: date) -> dict[str, Any] | None:
    """The fields of the partnership in the year after `year`; None if it is there as it should be, or none can go on.

    As long as the new year hasn't begun, what is there for it follows what changes now; later it has a life of its own.
    """
    now = max((one for one in partnerships if one.school_year <= year), key=_age, default=None)
    later = [one for one in partnerships if one.school_year > year]
    if now is None or (later and (school_year(today) > year or later[0].school_year != year + 1)):
        return None
    wanted = carried_into(now, year + 1)
    return None if later and all(getattr(later[0], field) == value for field, value in wanted.items()) else wanted


def _age(partnership: Partnership) -> tuple[int, str]:
    return partnership.school_year, partnership.id
