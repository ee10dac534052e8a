"""Which school year ends, and when the next one begins."""

from collections.abc import Iterable
from datetime import date, timedelta

from advisory.model import Term
from advisory.rules.days.school_days import SATURDAY, school_year
from advisory.rules.days.uncovered import year_span

_WITHOUT_TERMS, _BEGINS_BY = (9, 1), (10, 1)
"""The day from which a school year counts if its terms were not entered, or if the first of them begins after October."""


def ending_year(terms: Iterable[Term], today: date) -> int:
    """The school year that ends: this one; in August, as long as there is no school yet, still the last one."""
    year = school_year(today)
    return year - 1 if today < first_day(terms, year) else year


def year_words(year: int) -> str:
    """`2026-27`."""
    return f"{year}-{(year + 1) % 100:02}"


def first_day(terms: Iterable[Term], year: int) -> date:
    """The first day of a school year: that of its first term; as long as there is none, the first weekday of September."""
    begins = [term.starts_on for term in terms_of(terms, year) if term.starts_on < date(year, *_BEGINS_BY)]
    if begins:
        return begins[0]
    day = date(year, *_WITHOUT_TERMS)
    return day if day.weekday() < SATURDAY else day + timedelta(days=7 - day.weekday())


def terms_of(terms: Iterable[Term], year: int) -> list[Term]:
    """The terms that begin in a school year, the first one first."""
    span = year_span(year)
    found = (term for term in terms if span.starts_on <= term.starts_on <= span.ends_on)
    return sorted(found, key=lambda term: (term.starts_on, term.id))
