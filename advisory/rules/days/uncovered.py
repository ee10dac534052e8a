"""The days that no term covers and that count all the same, as Mondays to Fridays, so that no age stands still unsaid.

Somebody who enters the autumn term only still meets students in February. A break between two terms, and the summer, do
not count: what is left open there is known to be without school. Where no term is entered at all, the summer is July and
August.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

FIRST_MONTH = 8
"""August: the school year begins on its first day."""
LONGEST_BREAK = 42
"""Days; a longer stretch between two terms of a school year is no break, but a term that was not entered."""
_BEGINS_BY, _COUNTS_FROM = (10, 1), (9, 1)
"""A school year whose first term begins on this day of October or later has begun before it: it counts from September."""
_IS_WHOLE_FROM, _SUMMER = (5, 1), (7, 1)
"""A school year whose last term ends before this day of May has a term that was not entered: it counts until the summer."""
_DAY = timedelta(days=1)


class Span(NamedTuple):
    """A span of days, first and last included."""

    starts_on: date
    ends_on: date


def school_year(day: date) -> int:
    """The school year of a date, by its first calendar year: 2026 for 2026-27."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def year_span(year: int) -> Span:
    """The first and the last day of a school year."""
    return Span(date(year, FIRST_MONTH, 1), date(year + 1, FIRST_MONTH, 1) - _DAY)


def uncovered_spans(terms: Sequence[Span]) -> Iterator[Span]:
    """What counts although no term covers it, in the school years from the first to the last that has a term."""
    years = [school_year(day) for term in terms for day in term]
    for year in range(min(years), max(years) + 1) if years else ():
        whole = year_span(year)
        here = sorted(
            Span(max(term.starts_on, whole.starts_on), min(term.ends_on, whole.ends_on))
            for term in terms
            if term.starts_on <= whole.ends_on and term.ends_on >= whole.starts_on
        )
        yield from _in_year(year, here) if here else [Span(date(year, *_COUNTS_FROM), date(year + 1, *_SUMMER) - _DAY)]


def _in_year(year: int, terms: Sequence[Span]) -> Iterator[Span]:
    first = terms[0].starts_on
    if first >= date(year, *_BEGINS_BY):
        yield Span(date(year, *_COUNTS_FROM), first - _DAY)
    last = terms[0].ends_on
    for term in terms[1:]:
        if (term.starts_on - last).days - 1 > LONGEST_BREAK:
            yield Span(last + _DAY, term.starts_on - _DAY)
        last = max(last, term.ends_on)
    if last < date(year + 1, *_IS_WHOLE_FROM):
        yield Span(last + _DAY, date(year + 1, *_SUMMER) - _DAY)


def summer(year: int) -> Span:
    """The days of a calendar year on which no age grows unless a term covers them."""
    return Span(date(year, *_SUMMER), date(year, *_COUNTS_FROM) - _DAY)


def covers(spans: Iterable[Span], day: date) -> bool:
    """Whether one of the spans holds a day."""
    return any(span.starts_on <= day <= span.ends_on for span in spans)
