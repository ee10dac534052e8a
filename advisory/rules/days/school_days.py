"""Counts school days: the days in a term, except weekends, no-school days and the student's leave."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from datetime import date, timedelta
from typing import NamedTuple

from advisory.model import Leave, NoSchoolDay, Term

SATURDAY = 5
FIRST_MONTH = 8
"""August: when no terms are entered, the school year begins on its first day."""


def school_year(day: date) -> int:
    """The school year of a date, by its first calendar year: 2026 for 2026-27."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


class Span(NamedTuple):
    """A span of days, first and last included."""

    starts_on: date
    ends_on: date


class Calendar:
    """Which days are school days.

    Monday to Friday count when no terms are entered, and in school years after the last one that has terms. Counting
    uses bisection in a sorted list of ordinals made once, so that it stays fast after ten years.
    """

    def __init__(
        self,
        terms: Iterable[Term] = (),
        no_school: Iterable[NoSchoolDay] = (),
        leaves: Iterable[Leave] = (),
    ) -> None:
        self._terms = sorted(Span(term.starts_on, term.ends_on) for term in terms)
        years = [school_year(span.ends_on) for span in self._terms]
        self._first_day_without_terms = date(max(years) + 1, FIRST_MONTH, 1).toordinal() if years else 0
        """The first day (an ordinal) after all school years with terms; 0 when there are no terms."""
        closed = {day for days in no_school for day in _ordinals(days)}
        given: dict[str, list[Leave]] = {}
        for leave in leaves:
            given.setdefault(leave.student, []).append(leave)
        self._leaves_of: Callable[[str], Iterable[Leave]] = lambda student_id: given.get(student_id, ())
        self._leave: dict[str, set[int]] = {}
        self._closed = sorted(day for day in closed if _is_weekday(day))
        open_days = {day for span in self._terms for day in _ordinals(span) if _is_weekday(day)}
        self._open = sorted(open_days.difference(closed))

    def with_leaves_of(self, leaves_of: Callable[[str], Iterable[Leave]]) -> "Calendar":
        """The same school days, with a function that looks up a student's leaves when first needed.

        After many years there are many leaves, and few of them are needed.
        """
        calendar = copy(self)
        calendar._leaves_of, calendar._leave = leaves_of, {}  # noqa: SLF001 - another Calendar
        return calendar

    def is_school_day(self, day: date, student_id: str = "") -> bool:
        """Whether a date is a school day, for one student if given."""
        return self.days_between(day - timedelta(days=1), day, student_id) == 1

    def is_away(self, student_id: str, day: date) -> bool:
        """Whether a student is on leave on a date, school day or not."""
        return day.toordinal() in self._away(student_id)

    def days_between(self, after: date, until: date, student_id: str = "") -> int:
        """The number of school days after `after`, up to and including `until`; 0 when `until` is not later."""
        first, last = after.toordinal() + 1, until.toordinal()
        if last < first:
            return 0
        count = _count(self._open, first, min(last, self._first_day_without_terms - 1))
        unplanned = max(first, self._first_day_without_terms)
        if unplanned <= last:
            count += _weekdays(unplanned, last) - _count(self._closed, unplanned, last)
        leave = self._away(student_id)
        if leave:
            count -= sum(first <= day <= last and self._is_open(day) for day in leave)
        return count

    def school_day_from(self, day: date) -> date:
        """The first school day on or after a date; the date itself if there is none within two months."""
        return next((on for on in (day + timedelta(days=away) for away in range(62)) if self.is_school_day(on)), day)

    def term_at(self, day: date) -> Span:
        """The term a date is in, or the last one before it; where no term is known, the whole school year."""
        begun = [span for span in self._terms if span.starts_on <= day]
        if begun and day.toordinal() < self._first_day_without_terms:
            return begun[-1]
        first = date(school_year(day), FIRST_MONTH, 1)
        return Span(first, first.replace(year=first.year + 1) - timedelta(days=1))

    def _away(self, student_id: str) -> set[int]:
        """The days of a student's leaves, as ordinals."""
        if student_id not in self._leave:
            self._leave[student_id] = {day for leave in self._leaves_of(student_id) for day in _ordinals(leave)}
        return self._leave[student_id]

    def _is_open(self, ordinal: int) -> bool:
        if ordinal < self._first_day_without_terms:
            return _count(self._open, ordinal, ordinal) == 1
        return _is_weekday(ordinal) and _count(self._closed, ordinal, ordinal) == 0


def _ordinals(days: NoSchoolDay | Leave | Span) -> range:
    return range(days.starts_on.toordinal(), days.ends_on.toordinal() + 1)


def _is_weekday(ordinal: int) -> bool:
    return (ordinal + 6) % 7 < SATURDAY  # ordinal 1 was a Monday


def _weekdays(first: int, last: int) -> int:
    weeks, rest = divmod(last - first + 1, 7)
    return weeks * SATURDAY + sum(_is_weekday(first + day) for day in range(rest))


def _count(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)
