"""How a day is shown: `Nov 28` where the month comes first, `28 Nov` where the day does, as chosen in the settings.

Every day that a person reads is written by `show_day`, on the screen, on the command line, on pages and in refusals.
The order is kept once for the whole process, as a locale is: whoever words a sentence need not be handed it.
"""

from datetime import date

_order = {"day_first": False}


def choose_day_order(*, day_first: bool) -> None:
    """From now on show days in this order. The configuration calls it when the settings are read or changed."""
    _order["day_first"] = day_first


def is_day_first() -> bool:
    """Whether days are shown with the day before the month."""
    return _order["day_first"]


def show_day(day: date | None, *, weekday: bool = False, year: bool = False, in_full: bool = False) -> str:
    """`Nov 28`; with `weekday` `Sat Nov 28`, with `year` `Nov 28, 2026`, `in_full` `Saturday, November 28`; `–` for none."""
    if day is None:
        return "–"
    month, name = (f"{day:%B}", f"{day:%A}") if in_full else (f"{day:%b}", f"{day:%a}")
    written = f"{day.day} {month}" if is_day_first() else f"{month} {day.day}"
    if year:
        written += f" {day.year}" if is_day_first() else f", {day.year}"
    if weekday or (in_full and not year):
        comma = "," if in_full and not is_day_first() else ""
        written = f"{name}{comma} {written}"
    return written


def show_date(day: date | None) -> str:
    """`Nov 28, 2026` or `28 Nov 2026`; `–` for none."""
    return show_day(day, year=True)
