"""The round through everybody as of a day, derived from the check-ins of this school year."""

from collections.abc import Iterable, Iterator
from datetime import date

from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.days.school_days import FIRST_MONTH, Calendar, school_year
from advisory.rules.next.round import Member, Round, Talk, derive_round
from advisory.store import Store

from .seen import glimpses_of_all


class Rounds:
    """Derives the round of a caseload. Of each check-in a few fields are decoded, once until it changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._glimpses = glimpses_of_all(store)

    def now(self, students: Iterable[Student], calendar: Calendar, today: date) -> Round:
        """The round as of `today`; `students` are all, also those who left."""
        first = date(school_year(today), FIRST_MONTH, 1)
        members = [one for one in map(_member, students) if one.until is None or one.until > first]
        return derive_round(members, self._talks_since(first), calendar, today)

    def _talks_since(self, first: date) -> Iterator[Talk]:
        for _, number in self._store.check_in_keys_since(first):
            seen = self._glimpses.of(number)
            if seen is not None and seen.counts_one_to_one:
                yield Talk(seen.student, seen.happened_on)


def _member(student: Student) -> Member:
    """A student as a member; one who left, or is on leave, without a day has not belonged at all as far as is known."""
    if student.status is Status.ACTIVE:
        return Member(student.id, student.joined_on)
    return Member(student.id, student.joined_on, student.left_on or date.min)
