"""Indexes records by student and day, decoding only four fields of each."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain, filterfalse
from operator import attrgetter, itemgetter

import msgspec

from advisory.model.plausible import FIRST_YEAR, LAST_YEAR

Key = tuple[str, int]
"""The day in ISO format (empty for kinds not sorted by day), and the number in the id."""


_JOT = "jot"


class Glance(msgspec.Struct, gc=False):
    """The four fields of a document that the index needs."""

    student: str = ""
    happened_on: str = ""
    deleted_at: str | None = None
    state: str = ""


_decoder = msgspec.json.Decoder(Glance)


def student_of(raw: msgspec.Raw) -> str:
    """The id of the student a document belongs to, or ""."""
    glance = _glance(raw, by_day=False)
    return glance.student if glance else ""


def _is_day(text: str) -> bool:
    """Whether a text is a day that a record may hold."""
    try:
        return FIRST_YEAR <= date.fromisoformat(text).year <= LAST_YEAR
    except ValueError:
        return False


def _glance(raw: msgspec.Raw, *, by_day: bool) -> Glance | None:
    """The four fields of a document; None if they can't be those of a record."""
    try:
        glance = _decoder.decode(raw)
        if by_day and not _is_day(glance.happened_on):
            return None
    except ValueError:
        return None
    return glance


_glance_in: Callable[[tuple[int, Glance | None]], Glance | None] = itemgetter(1)
_day_of: Callable[[Glance], str] = attrgetter("happened_on")
_deleted_at: Callable[[Glance], str | None] = attrgetter("deleted_at")
_state_of: Callable[[Glance], str] = attrgetter("state")


class StudentIndex:
    """The keys of one kind's records not in the trash: for each student and for all, sorted, and for jots, unsorted.

    Also the numbers of the records in the trash, and of `odd` documents, which can't be records.
    """

    def __init__(self, documents: Iterable[tuple[int, Glance | None]], *, by_day: bool) -> None:
        self._by_day = by_day
        given = list(documents)  # of ten years there are twenty thousand, so little is done for each
        known = list(filter(None, map(_glance_in, given)))
        odd_days = set(filterfalse(_is_day, set(map(_day_of, known)))) if by_day else set[str]()
        self.odd: list[int] = []
        if odd_days or len(known) < len(given):
            self.odd = [number for number, glance in given if glance is None or glance.happened_on in odd_days]
            given = [one for one in given if one[1] is not None and one[1].happened_on not in odd_days]
        found: list[tuple[int, Glance]] = given  # type: ignore[assignment] # none is None any more
        self.trash: set[int] = set()
        if any(map(_deleted_at, known)):
            self.trash = {number for number, glance in found if glance.deleted_at is not None}
            found = [one for one in found if one[0] not in self.trash]
        self.jots: set[Key] = set()
        if _JOT in set(map(_state_of, known)):
            self.jots = {
                (glance.happened_on if by_day else "", number) for number, glance in found if glance.state == _JOT
            }
        of = defaultdict[str, list[Key]](list)
        for number, glance in found:
            of[glance.student].append((glance.happened_on if by_day else "", number))
        self._by_student = dict(of)
        self._unsorted = set(of)
        """The students whose keys nobody has asked for: most of them have left."""
        self._everyone: list[Key] | None = None

    @property
    def everyone(self) -> list[Key]:
        """The keys of all, sorted; don't change the list."""
        if self._everyone is None:
            self._everyone = sorted(chain.from_iterable(self._by_student.values()))
        return self._everyone

    def newest_first(self, students: Iterable[str] | None = None) -> Iterator[Key]:
        """The keys of all, or of these students, from the last one on; a few are found without sorting all.

        What is added meanwhile may be left out, and what is removed may still be given.
        """
        if students is None and self._everyone is not None:
            return iter(self._everyone[::-1])
        some = self._by_student if students is None else students
        return self._from_newest(sorted((keys[-1], student) for student in some if (keys := self.of(student))))

    def _from_newest(self, ends: list[tuple[Key, str]]) -> Iterator[Key]:
        """The keys, from the newest of each student, sorted; those before it wait until it is reached."""
        before: dict[str, list[Key]] = {}
        while ends:
            newest, student = ends.pop()
            yield newest
            if student not in before:
                keys = self.of(student)
                before[student] = keys[: bisect_left(keys, newest)]
            if before[student]:
                insort(ends, (before[student].pop(), student))

    @property
    def students(self) -> list[str]:
        """The ids of the students with records, "" for those that belong to none."""
        return list(self._by_student)

    def students_since(self, day: str) -> list[str]:
        """The ids of the students with records on this day (ISO) or later, where records are sorted by day."""
        return [
            student
            for student, keys in self._by_student.items()
            if keys and (max(keys) if student in self._unsorted else keys[-1])[0] >= day
        ]

    def of(self, student: str) -> list[Key]:
        """The keys of one student's records not in the trash, sorted; don't change the list."""
        keys = self._by_student.get(student, [])
        if student in self._unsorted:
            self._unsorted.discard(student)
            keys.sort()
        return keys

    def changed(self, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Update the index after a document changed from `before` to `after`; None means that there is no document."""
        was = before and _glance(before, by_day=self._by_day)
        if was:
            self._remove(number, was)
        now = after and _glance(after, by_day=self._by_day)
        if now:
            self._insert(number, now)

    def _insert(self, number: int, glance: Glance) -> None:
        if glance.deleted_at is not None:
            self.trash.add(number)
            return
        key = (glance.happened_on if self._by_day else "", number)
        if self._everyone is not None:
            insort(self._everyone, key)
        self._by_student.setdefault(glance.student, [])
        insort(self.of(glance.student), key)
        if glance.state == _JOT:
            self.jots.add(key)

    def _remove(self, number: int, glance: Glance) -> None:
        if glance.deleted_at is not None:
            self.trash.discard(number)
            return
        key = (glance.happened_on if self._by_day else "", number)
        for keys in (self._everyone, self.of(glance.student)):
            if keys is not None:
                del keys[bisect_left(keys, key)]
        self.jots.discard(key)
