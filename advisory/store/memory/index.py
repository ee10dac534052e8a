"""Which records belong to a student, and in what order, without decoding more than five fields of each."""

from bisect import bisect_left, insort
from collections.abc import Iterable

import msgspec

Key = tuple[str, int]
"""The day as ISO (empty where records are not ordered by day), and the number in the id."""


_JOT = "jot"


class _Glance(msgspec.Struct):
    student: str = ""
    happened_on: str = ""
    deleted_at: str | None = None
    state: str = ""


_decoder = msgspec.json.Decoder(_Glance)


def student_of(raw: msgspec.Raw) -> str:
    """The id of the student that a document belongs to, or an empty text."""
    return _decoder.decode(raw).student


class StudentIndex:
    """The keys of one kind's live records: those of each student and all together, sorted; the jots among them, unsorted.

    And the numbers in the trash.
    """

    def __init__(self, documents: Iterable[tuple[int, msgspec.Raw]], *, by_day: bool) -> None:
        self.everyone: list[Key] = []
        self.jots: set[Key] = set()
        self.trash: set[int] = set()
        self._by_student: dict[str, list[Key]] = {}
        self._by_day = by_day
        decode = _decoder.decode
        placed: list[tuple[Key, str]] = []
        for number, raw in documents:
            glance = decode(raw)
            if glance.deleted_at is None:
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

    def of(self, student: str) -> list[Key]:
        """The keys of one student's live records, sorted; not to be changed."""
        return self._by_student.get(student, [])

    def changed(self, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Take one document's place over to what it is now."""
        if before is not None:
            self._remove(number, _decoder.decode(before))
        if after is not None:
            self._insert(number, _decoder.decode(after))

    def _insert(self, number: int, glance: _Glance) -> None:
        if glance.deleted_at is not None:
            self.trash.add(number)
            return
        key = (glance.happened_on if self._by_day else "", number)
        insort(self.everyone, key)
        insort(self._by_student.setdefault(glance.student, []), key)
        if glance.state == _JOT:
            self.jots.add(key)

    def _remove(self, number: int, glance: _Glance) -> None:
        if glance.deleted_at is not None:
            self.trash.discard(number)
            return
        key = (glance.happened_on if self._by_day else "", number)
        for keys in (self.everyone, self._by_student[glance.student]):
            del keys[bisect_left(keys, key)]
        self.jots.discard(key)
