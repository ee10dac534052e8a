"""List the days on which a calendar event repeats, by its RRULE."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile

_FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS", "WKST"}
_MOST = {"INTERVAL": 10_000, "COUNT": 100_000, "BYMONTH": 12, "BYMONTHDAY": 31}
_DIGITS = 6
_SAME_CALENDAR = timedelta(days=146_097 * 19)
"""Nineteen times 400 years, after which every date falls on the same weekday again. See recurring_days."""


class OddRuleError(ValueError):
    """A rule that no school calendar needs. Its text completes the sentence “it repeats …”."""


def recurring_days(rule: str, starts_on: date, until: date | None, last: date) -> Iterator[date]:
    """The days after `starts_on` on which the event repeats, in order, up to `until` and `last`. Raises OddRuleError.

    `rule` is the text of an RRULE; its UNTIL is ignored. dateutil looks for a day that never comes, such as February
    30, until the year 9999, so all dates are moved close to that year to keep the search short.
    """
    _check(rule)
    text = ";".join(part for part in rule.split(";") if not part.startswith("UNTIL="))
    end = min(last, until or last)
    for day in takewhile(lambda day: day <= end, _all_days(text, starts_on)):
        if day > starts_on:
            yield day


def _check(rule: str) -> None:
    parts = dict(part.partition("=")[::2] for part in rule.split(";") if part)
    if parts.get("FREQ") not in _FREQUENCIES:
        raise OddRuleError("more often than once a day")
    if unknown := sorted(parts.keys() - _PARTS):
        raise OddRuleError(f"by {', '.join(unknown)}, which is not understood")
    if "BYSETPOS" in parts and parts["FREQ"] in {"DAILY", "WEEKLY"}:
        raise OddRuleError("by an odd BYSETPOS")
    for name, most in _MOST.items():
        for number in parts.get(name, "1").split(","):
            digits = number.removeprefix("-") if name == "BYMONTHDAY" else number
            if not (digits.isdecimal() and len(digits) <= _DIGITS and 0 < int(digits) <= most):
                raise OddRuleError(f"by an odd {name}")


def _all_days(text: str, starts_on: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr

    moved = datetime.combine(starts_on + _SAME_CALENDAR, datetime.min.time())
    is_held = False
    try:
        for at in rrulestr(text, dtstart=moved):
            is_held = True
            yield at.date() - _SAME_CALENDAR
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise OddRuleError("by a rule that can't be read") from None
    if not is_held:
        raise OddRuleError("on days that never come")
