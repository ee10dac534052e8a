"""When a birthday comes next."""

from datetime import date


def next_birthday(birthday: str, today: date) -> date:
    """The next date on or after `today` that is `birthday` (`MM-DD`); in common years Feb 29 is kept on Feb 28."""
    month, day = int(birthday[:2]), int(birthday[3:])
    here = _in_year(today.year, month, day)
    return here if here >= today else _in_year(today.year + 1, month, day)


def _in_year(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)
