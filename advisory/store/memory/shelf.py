"""The records of one kind in memory, decoded on first access."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Generic, overload

import msgspec

from advisory.model import CheckIn, Record
from advisory.model.reference import REFERENCES
from advisory.store.codec import R, decode, decode_valid, without_student
from advisory.store.errors import DamagedError

from .digest import Digests, Made
from .index import Glance, Key, StudentIndex
from .table import Fields, JournalTable


class Shelf(Generic[R]):
    """The saved records of one kind, by the number in their ids. The index is made on first use.

    A file with the right checksum is trusted, so that opening is fast. What is found on reading not to be a valid record
    after all, or to belong to no student, is set aside then.
    """

    def __init__(self, kind: type[R], table: JournalTable, is_student: Callable[[str], bool]) -> None:
        self.kind, self.table = kind, table
        self._is_student = is_student
        self._has_student = "student" in REFERENCES.get(kind, ())
        self._records: dict[int, R] = {}
        self._index: StudentIndex | None = None
        self._digests: list[Digests[Any, Any]] = []

    @property
    def index(self) -> StudentIndex:
        """The index of the records by student and day."""
        if self._index is None:
            index = self._index = StudentIndex(self.table.parts(Glance), by_day=self.kind is CheckIn)
            for number in index.odd:
                self.get(number)
            for student in index.students if self._has_student else ():
                if not self._is_student(student):
                    why = {number: without_student(self.kind, number, student) for _, number in index.of(student)}
                    self.table.set_aside(why)
        return self._index

    def get(self, number: int) -> R | None:
        """The record, even if it is in the trash; None if there is none. One that is not valid is set aside."""
        record = self._records.get(number)
        if record is None:
            raw = self.table.raw(number)
            if raw is not None:
                try:
                    record = self._records[number] = decode(self.kind, raw, number)
                except DamagedError as error:
                    self.table.set_aside({number: str(error)})
        return record

    def one(self, number: int) -> R | None:
        """Like get, but one that belongs to no student is set aside too; `get` is for those that the index has."""
        record = self.get(number)
        if (
            record is not None
            and self._has_student
            and self._index is None
            and not self._is_student(_student_of(record))
        ):
            self.index  # noqa: B018 - sets aside what belongs to no student
            return self.get(number)
        return record

    def these(self, numbers: Iterable[int]) -> list[R]:
        """The records with these numbers, without those that are not valid."""
        return [record for record in map(self.get, numbers) if record is not None]

    def all(self) -> list[R]:
        """The records not in the trash, sorted by id."""
        known = self._records
        known.update(decode_valid(self.kind, [item for item in self.table.raw_items() if item[0] not in known]))
        numbers = sorted(self.table.numbers())
        records = [record for number in numbers if (record := known.get(number) or self.get(number)) is not None]
        if self._has_student and self._index is None:
            students = set(map(_student_of, records))
            if not all(map(self._is_student, students)):
                self.index  # noqa: B018 - sets aside what belongs to no student
                return self.all()
        return [record for record in records if record.deleted_at is None]

    def remember(self, number: int, record: R) -> None:
        """Keep a record just saved, so that it need not be decoded."""
        self._records[number] = record

    def digests(self, fields: type[Fields], make: Callable[[Fields], Made]) -> Digests[Fields, Made]:
        """Values computed from each record; see Digests. Whoever asks for the same values shares them."""
        for digests in self._digests:
            if digests.made_by == (fields, make):
                return digests
        digests = Digests(self.table, fields, make, self.get)
        self._digests.append(digests)
        return digests

    def changed(self, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Drop the decoded record and update the index after a document changed."""
        self._records.pop(number, None)
        for digests in self._digests:
            digests.forget(number)
        if self._index is not None:
            self._index.changed(number, before, after)

    def reloaded(self) -> None:
        """Drop everything, because any document may have changed."""
        self._records.clear()
        for digests in self._digests:
            digests.forget_all()
        self._index = None


class Records(Sequence[R]):
    """Some of a shelf's records in a given order, decoded on access. One that is found not to be valid drops out."""

    def __init__(self, shelf: Shelf[R], keys: Sequence[Key]) -> None:
        self._shelf, self._keys = shelf, list(keys)  # a copy, because the index changes its list

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> "Records[R]": ...
    def __getitem__(self, at: int | slice) -> "R | Records[R]":
        if isinstance(at, slice):
            return Records(self._shelf, self._keys[at])
        while (record := self._shelf.get(self._keys[at][1])) is None:
            del self._keys[at]
        return record

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[R]:
        return (record for _, number in self._keys if (record := self._shelf.get(number)) is not None)

    def __reversed__(self) -> Iterator[R]:
        return (record for _, number in reversed(self._keys) if (record := self._shelf.get(number)) is not None)


_student_of: Callable[[Record], str] = attrgetter("student")
