"""Spans of days in words."""

from datetime import date

from advisory.rules.days.school_days import school_year


def span_words(starts_on: date, ends_on: date, today: date) -> str:
    """`Thu 26 Nov` or `Thu 26 – Fri 27 Nov`, with the year if it isn't in the current school year."""
    last = _day(ends_on, today)
    if starts_on == ends_on:
        return last
    is_one_month = (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month)
    is_one_year = school_year(starts_on) == school_year(ends_on)  # then the year is written once, at the end
    first = f"{starts_on:%a} {starts_on.day}" if is_one_month else _day(starts_on, starts_on if is_one_year else today)
    return f"{first} – {last}"


def _day(value: date, today: date) -> str:
    year = f" {value.year}" if school_year(value) != school_year(today) else ""
    return f"{value:%a} {value.day} {value:%b}{year}"
