"""Counts school days: the days in a term, except weekends, no-school days and the student's leave.

Where no term is known, Monday to Friday count, except in the summer; see `uncovered`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from copy import copy
from datetime import date, timedelta
from itertools import islice

from advisory.model import Leave, NoSchoolDay, Term

from .uncovered import FIRST_MONTH, LONGEST_BREAK, Span, covers, school_year, summer, uncovered_spans, year_span

__all__ = ["FIRST_MONTH", "SATURDAY", "Calendar", "Span", "school_year"]
SATURDAY = 5
_LAST_DAYS = 20
"""How many school days `last_school_days` gives."""
_FURTHEST = 400
"""How many days back it looks for them."""


class Calendar:
    """Which days are school days.

    Monday to Friday count when no terms are entered, and where terms are missing: in school years that have none from
    September to June, and in a year with some, on the days that `uncovered` lists. Counting uses bisection in a sorted list of ordinals made once,
    so that it stays fast after ten years.
    """

    def __init__(
        self,
        terms: Iterable[Term] = (),
        no_school: Iterable[NoSchoolDay] = (),
        leaves: Iterable[Leave] = (),
    ) -> None:
        self._terms = sorted(Span(term.starts_on, term.ends_on) for term in terms)
        self._uncovered = tuple(uncovered_spans(self._terms))
        years = [school_year(day) for span in self._terms for day in span]
        self._first_day_with_terms = year_span(min(years)).starts_on.toordinal() if years else 0
        self._first_day_without_terms = year_span(max(years) + 1).starts_on.toordinal() if years else 0
        """The first days (ordinals) of the school years that have terms, and of those after them; 0 without terms."""
        closed = {day for days in no_school for day in _ordinals(days)}
        given: dict[str, list[Leave]] = {}
        for leave in leaves:
            given.setdefault(leave.student, []).append(leave)
        self._leaves_of: Callable[[str], Iterable[Leave | Span]] = lambda student_id: given.get(student_id, ())
        self._leave: dict[str, set[int]] = {}
        self._last_days: dict[date, tuple[date, ...]] = {}
        self._closed = sorted(day for day in closed if _is_weekday(day) and not _is_in_summer(day))
        counted = (*self._terms, *self._uncovered)
        open_days = {day for span in counted for day in _ordinals(span) if _is_weekday(day)}
        self._open = sorted(open_days.difference(closed))

    def with_leaves_of(self, leaves_of: Callable[[str], Iterable[Leave | Span]]) -> "Calendar":
        """The same school days, with a function that looks up a student's leaves when first needed.

        After many years there are many leaves, and few of them are needed.
        """
        calendar = copy(self)
        calendar._leaves_of, calendar._leave = leaves_of, {}  # noqa: SLF001 - another Calendar
        return calendar

    def without_leaves_of(self, students: Collection[str]) -> "Calendar":
        """The same, but the leaves of these students, which may have changed, are looked up again."""
        calendar = copy(self)
        calendar._leave = {one: days for one, days in self._leave.items() if one not in students}  # noqa: SLF001
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
        count = _count(self._open, first, last)
        before = min(last, self._first_day_with_terms - 1)
        after_all = max(first, self._first_day_without_terms)
        for begins, ends in ((first, before), (after_all, last)):
            if begins <= ends:
                count += _weekdays_of_school(begins, ends) - _count(self._closed, begins, ends)
        leave = self._away(student_id)
        if leave:
            count -= sum(first <= day <= last and self._is_open(day) for day in leave)
        return count

    def last_school_days(self, today: date) -> tuple[date, ...]:
        """The last twenty school days up to today, the oldest first. Worked out once a day, for all students."""
        if today not in self._last_days:
            back = (today - timedelta(days=ago) for ago in range(_FURTHEST))
            self._last_days[today] = tuple(islice(filter(self.is_school_day, back), _LAST_DAYS))[::-1]
        return self._last_days[today]

    @property
    def has_terms(self) -> bool:
        """Whether any terms are entered."""
        return bool(self._terms)

    def is_in_term(self, day: date) -> bool:
        """Whether a term covers a date."""
        return covers(self._terms, day)

    def lacks_term(self, day: date) -> bool:
        """Whether Monday to Friday count on a date because terms were entered, but none for it."""
        if not self._terms or self.is_in_term(day):
            return False
        is_planned = self._first_day_with_terms <= day.toordinal() < self._first_day_without_terms
        return covers(self._uncovered, day) if is_planned else not _is_in_summer(day.toordinal())

    def is_summer(self, day: date) -> bool:
        """Whether ages stand still on a date because the school year is over, or the next one's terms aren't entered."""
        if self.is_in_term(day) or self.lacks_term(day) or self.is_between_terms(day):
            return False
        return self.has_terms or _is_in_summer(day.toordinal())

    def is_between_terms(self, day: date) -> bool:
        """Whether a date is in a break between two terms."""
        before = [span.ends_on for span in self._terms if span.ends_on < day]
        after = [span.starts_on for span in self._terms if span.starts_on > day]
        return bool(before and after) and (min(after) - max(before)).days - 1 <= LONGEST_BREAK

    def school_day_from(self, day: date) -> date:
        """The first school day on or after a date; the date itself if there is none within two months."""
        return next((on for on in (day + timedelta(days=away) for away in range(62)) if self.is_school_day(on)), day)

    def term_at(self, day: date) -> Span:
        """The term a date is in, or the last one before it; in a school year that has none, the whole year."""
        year = year_span(school_year(day))
        has_terms = any(span.starts_on <= year.ends_on and span.ends_on >= year.starts_on for span in self._terms)
        begun = [span for span in self._terms if span.starts_on <= day]
        return begun[-1] if begun and has_terms else year

    def _away(self, student_id: str) -> set[int]:
        """The days of a student's leaves, as ordinals."""
        if student_id not in self._leave:
            self._leave[student_id] = {day for leave in self._leaves_of(student_id) for day in _ordinals(leave)}
        return self._leave[student_id]

    def _is_open(self, ordinal: int) -> bool:
        if self._first_day_with_terms <= ordinal < self._first_day_without_terms:
            return _count(self._open, ordinal, ordinal) == 1
        return _is_weekday(ordinal) and not _is_in_summer(ordinal) and _count(self._closed, ordinal, ordinal) == 0


def _ordinals(days: NoSchoolDay | Leave | Span) -> range:
    return range(days.starts_on.toordinal(), days.ends_on.toordinal() + 1)


def _is_weekday(ordinal: int) -> bool:
    return (ordinal + 6) % 7 < SATURDAY  # ordinal 1 was a Monday


def _weekdays(first: int, last: int) -> int:
    weeks, rest = divmod(last - first + 1, 7)
    return weeks * SATURDAY + sum(_is_weekday(first + day) for day in range(rest))


def _is_in_summer(ordinal: int) -> bool:
    day = date.fromordinal(ordinal)
    return covers([summer(day.year)], day)


def _weekdays_of_school(first: int, last: int) -> int:
    """The Mondays to Fridays between two ordinals that are not in a summer."""
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    parts = ((max(first, off.starts_on.toordinal()), min(last, off.ends_on.toordinal())) for off in map(summer, years))
    return _weekdays(first, last) - sum(_weekdays(begins, ends) for begins, ends in parts if begins <= ends)


def _count(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)
