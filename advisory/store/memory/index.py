"""Indexes records by student and day, decoding only four fields of each."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from datetime import date

import msgspec

from advisory.model.plausible import need_year

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


def _need_day(text: str) -> None:
    """Raise ValueError if a text is not a day that a record may hold."""
    need_year("check-in", "happened_on", date.fromisoformat(text).year)


def _is_day(text: str, known: dict[str, bool]) -> bool:
    """Whether a text is a day that a record may hold; `known` are those looked at before."""
    if text not in known:
        try:
            _need_day(text)
            known[text] = True
        except ValueError:
            known[text] = False
    return known[text]


def _glance(raw: msgspec.Raw, *, by_day: bool) -> Glance | None:
    """The four fields of a document; None if they can't be those of a record."""
    try:
        glance = _decoder.decode(raw)
        if by_day:
            _need_day(glance.happened_on)
    except ValueError:
        return None
    return glance


class StudentIndex:
    """The keys of one kind's records not in the trash: for each student and for all, sorted, and for jots, unsorted.

    Also the numbers of the records in the trash, and of `odd` documents, which can't be records.
    """

    def __init__(self, documents: Iterable[tuple[int, Glance | None]], *, by_day: bool) -> None:
        self.everyone: list[Key] = []
        self.jots: set[Key] = set()
        self.trash: set[int] = set()
        self.odd: list[int] = []
        self._by_student: dict[str, list[Key]] = {}
        self._by_day = by_day
        placed: list[tuple[Key, str]] = []
        good: dict[str, bool] = {}
        for number, glance in documents:
            if glance is None or (by_day and not _is_day(glance.happened_on, good)):
                self.odd.append(number)
            elif glance.deleted_at is None:
                key = (glance.happened_on if by_day else "", number)
                placed.append((key, glance.student))
                if glance.state == _JOT:
                    self.jots.add(key)
            else:
                self.trash.add(number)
        placed.sort()
        for key, student in placed:
            self._by_student.setdefault(student, []).append(key)
            self.everyone.append(key)

    @property
    def students(self) -> list[str]:
        """The ids of the students with records, "" for those that belong to none."""
        return list(self._by_student)

    def of(self, student: str) -> list[Key]:
        """The keys of one student's records not in the trash, sorted; don't change the list."""
        return self._by_student.get(student, [])

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
        insort(self.everyone, key)
        insort(self._by_student.setdefault(glance.student, []), key)
        if glance.state == _JOT:
            self.jots.add(key)

    def _remove(self, number: int, glance: Glance) -> None:
        if glance.deleted_at is not None:
            self.trash.discard(number)
            return
        key = (glance.happened_on if self._by_day else "", number)
        for keys in (self.everyone, self._by_student[glance.student]):
            del keys[bisect_left(keys, key)]
        self.jots.discard(key)
