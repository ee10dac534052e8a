"""The round through everybody as of a day, derived from the check-ins of this school year."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from advisory.model import CheckIn, Student
from advisory.model.words import Status
from advisory.rules.days.school_days import FIRST_MONTH, Calendar, school_year
from advisory.rules.next.round import Member, Round, Talk, derive_round
from advisory.store import Key, Store


class TalkFields(msgspec.Struct, frozen=True, gc=False):
    """The fields of a check-in that say whose one-to-one it was, and when, as they are stored."""

    student: str
    happened_on: date
    counts_one_to_one: bool


class Rounds:
    """Derives the round of a caseload. Of each check-in three fields are decoded, once until it changes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._talks = store.digests(CheckIn, TalkFields, _talk)

    def now(self, students: Iterable[Student], calendar: Calendar, today: date) -> Round:
        """The round as of `today`; `students` are all, also those who left."""
        first = date(school_year(today), FIRST_MONTH, 1)
        members = [one for one in map(_member, students) if one.until is None or one.until > first]
        return derive_round(members, self._talks_since(first), calendar, today)

    def _talks_since(self, first: date) -> Iterator[Talk]:
        keys: Sequence[Key] = self._store.check_in_keys()
        for at in range(bisect_left(keys, (first.isoformat(), 0)), len(keys)):
            talk = self._talks.of(keys[at][1])
            if talk is not None and talk.student_id:
                yield talk


def _talk(stored: TalkFields) -> Talk:
    return Talk(stored.student if stored.counts_one_to_one else "", stored.happened_on)


def _member(student: Student) -> Member:
    """A student as a member; one who left, or is on leave, without a day has not belonged at all as far as is known."""
    if student.status is Status.ACTIVE:
        return Member(student.id, student.joined_on)
    return Member(student.id, student.joined_on, student.left_on or date.min)
