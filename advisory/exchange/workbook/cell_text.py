"""The text of a cell as the school wrote it, as far as Excel kept it."""

from datetime import date, datetime, time, timedelta

MOST_DIGITS = 15
"""Excel keeps 15 digits of a number and writes zeros for the rest."""
Value = str | bool | int | float | date | datetime | time | timedelta | None


def cell_text(value: Value, digits: int = 0) -> str | None:
    """The text of a value on one line. None for a number of more digits than Excel keeps, which is not what was typed.

    `digits` are the digits that the cell's format fills with zeros: 71 is shown as 000071 by the format 000000.
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return _number(value, digits)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
        case str():
            return " ".join(value.split("\n")).replace("\r", "").replace("\0", "")


def _number(value: float, digits: int) -> str | None:
    if isinstance(value, float) and not value.is_integer():
        return repr(value)
    whole = int(value)
    if len(str(abs(whole))) > MOST_DIGITS:
        return None
    return f"{whole:0{digits}}" if digits and whole >= 0 else str(whole)
