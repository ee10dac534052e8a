"""The records of one kind in memory, decoded on first access."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, overload

import msgspec

from advisory.model import CheckIn, make_id
from advisory.store.codec import R, decode

from .digest import Digests, Fields, Made
from .index import Key, StudentIndex
from .table import JournalTable


class Shelf(Generic[R]):
    """The saved records of one kind, by the number in their ids. The index is made on first use."""

    def __init__(self, kind: type[R], table: JournalTable) -> None:
        self.kind, self.table = kind, table
        self._records: dict[int, R] = {}
        self._index: StudentIndex | None = None
        self._digests: list[Digests[Any, Any]] = []

    @property
    def index(self) -> StudentIndex:
        """The index of the records by student and day."""
        if self._index is None:
            self._index = StudentIndex(self.table.raw_items(), by_day=self.kind is CheckIn)
        return self._index

    def get(self, number: int) -> R | None:
        """The record, even if it is in the trash; None if there is none. Raises DamagedError if it is not valid."""
        record = self._records.get(number)
        if record is None:
            raw = self.table.raw(number)
            if raw is not None:
                record = self._records[number] = decode(self.kind, raw, number)
        return record

    def at(self, number: int) -> R:
        """The record with a number known to exist."""
        record = self.get(number)
        if record is None:
            raise KeyError(make_id(self.kind, number))
        return record

    def all(self) -> list[R]:
        """The records not in the trash, sorted by id."""
        return [record for record in map(self.at, sorted(self.table.numbers())) if record.deleted_at is None]

    def remember(self, number: int, record: R) -> None:
        """Keep a record just saved, so that it need not be decoded."""
        self._records[number] = record

    def digests(self, fields: type[Fields], make: Callable[[Fields], Made]) -> Digests[Fields, Made]:
        """Values computed from each record; see Digests."""
        digests = Digests(self.table, fields, make)
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
    """Some of a shelf's records in a given order, decoded on access."""

    def __init__(self, shelf: Shelf[R], keys: Sequence[Key]) -> None:
        self._shelf, self._keys = shelf, tuple(keys)  # a copy, because the index changes its list

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> "Records[R]": ...
    def __getitem__(self, at: int | slice) -> "R | Records[R]":
        if isinstance(at, slice):
            return Records(self._shelf, self._keys[at])
        return self._shelf.at(self._keys[at][1])

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[R]:
        return (self._shelf.at(number) for _, number in self._keys)
