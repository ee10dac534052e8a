"""Spans of days in words."""

from datetime import date

from advisory.model.day_order import is_day_first
from advisory.rules.days.day_words import short_day
from advisory.rules.days.school_days import school_year


def span_words(starts_on: date, ends_on: date, today: date) -> str:
    """`Thu Nov 26` or `Thu Nov 26 – Fri 27` (`Thu 26 – Fri 27 Nov` where the day comes first), with the year if it isn't in the current school year."""
    last = short_day(ends_on, today, weekday=True)
    if starts_on == ends_on:
        return last
    is_one_month = (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month)
    is_one_year = school_year(starts_on) == school_year(ends_on)  # then the year is written once, at the end
    first = short_day(starts_on, starts_on if is_one_year else today, weekday=True)
    if is_one_month and is_day_first():
        first = f"{starts_on:%a} {starts_on.day}"
    elif is_one_month:
        last = last.replace(f" {ends_on:%b} ", " ")
    return f"{first} – {last}"
