"""When a birthday comes round again."""

from calendar import isleap
from datetime import date


def next_birthday(birthday: str, today: date) -> date:
    """The first day from `today` on that is `birthday` (`MM-DD`); in a common year 29 February is kept on the 28th."""
    month, day = int(birthday[:2]), int(birthday[3:])
    here = _in_year(today.year, month, day)
    return here if here >= today else _in_year(today.year + 1, month, day)


def _in_year(year: int, month: int, day: int) -> date:
    is_missing = (month, day) == (2, 29) and not isleap(year)
    return date(year, month, 28 if is_missing else day)
