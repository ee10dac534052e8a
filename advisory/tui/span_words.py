"""A span of days in few cells."""

from datetime import date

from advisory.rules.calendar import school_year


def span_words(starts_on: date, ends_on: date, today: date) -> str:
    """`Thu 26 Nov`, `Thu 26 – Fri 27 Nov`; with the year where it is not of today's school year."""
    last = f"{ends_on:%a} {ends_on.day} {ends_on:%b}"
    if school_year(ends_on) != school_year(today):
        last = f"{last} {ends_on.year}"
    if starts_on == ends_on:
        return last
    month = "" if (starts_on.year, starts_on.month) == (ends_on.year, ends_on.month) else f" {starts_on:%b}"
    return f"{starts_on:%a} {starts_on.day}{month} – {last}"
