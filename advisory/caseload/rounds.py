"""The round through everybody as of a day, derived from the check-ins of this school year."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.days.school_days import FIRST_MONTH, Calendar, school_year
from advisory.rules.next.round import Member, Round, round_of_days
from advisory.store import Mark, Store

from .seen import glimpses_of_all


class Rounds:
    """Derives the round of a caseload. Of each check-in a few fields are decoded, once until it changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._glimpses = glimpses_of_all(store)
        self._members: dict[str, tuple[Student, Member]] = {}
        """Student id → the record, and what was made of it."""
        self._first: date | None = None
        self._mark: Mark | None = None
        self._days: dict[str, tuple[date, ...]]
        """Student id → the days of the one-to-ones since `_first`, as of the mark."""
        self._by_day: defaultdict[date, set[str]]

    def now(self, students: Iterable[Student], calendar: Calendar, today: date) -> Round:
        """The round as of `today`; `students` are all, also those who left."""
        first = date(school_year(today), FIRST_MONTH, 1)
        members = [one for one in map(self._member, students) if one.until is None or one.until > first]
        return round_of_days(members, self._talks_since(first), calendar, today)

    def _talks_since(self, first: date) -> dict[date, set[str]]:
        """Day → who had a one-to-one on it. Only the days of students of whom something changed are looked up again."""
        self._mark, touched = self._store.touched_since(self._mark)
        if first != self._first or touched is None:
            self._first, self._days, self._by_day = first, {}, defaultdict(set)
            touched = set(self._store.students_seen_since(first))
        for student_id in touched:
            days = self._days_of(student_id, first)
            self._take_over(student_id, self._days.get(student_id, ()), days)
            self._days[student_id] = days
        return self._by_day

    def _take_over(self, student_id: str, before: Iterable[date], now: Iterable[date]) -> None:
        for day in before:
            self._by_day[day].discard(student_id)
        for day in now:
            self._by_day[day].add(student_id)

    def _days_of(self, student_id: str, first: date) -> tuple[date, ...]:
        keys = self._store.check_in_keys_of(student_id)
        lately = keys[bisect_left(keys, (first.isoformat(), 0)) :]
        seen = (self._glimpses.of(number) for _, number in lately)
        return tuple(one.happened_on for one in seen if one is not None and one.counts_one_to_one)

    def _member(self, student: Student) -> Member:
        """A student as a member of the round.

        Someone who left or is on leave, with no day on record, counts as never having belonged to it.
        """
        known = self._members.get(student.id)
        if known is None or known[0] is not student:
            is_here = student.status is Status.ACTIVE
            until = None if is_here else student.left_on or date.min
            known = self._members[student.id] = student, Member(student.id, student.joined_on, until)
        return known[1]
