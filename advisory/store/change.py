"""A change in progress: its reads include its own writes, and it is saved whole or not at all."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Protocol, cast

from msgspec.structs import replace

from advisory.model import CheckIn, Record, make_id, number_of

from .codec import R, encode, make
from .errors import Conflict, Missing
from .memory.shelf import Shelf
from .memory.transaction import Transaction


class Reader(Protocol):
    """What a change needs from the store."""

    def get(self, kind: type[R], record_id: str) -> R | None: ...
    def all(self, kind: type[R]) -> list[R]: ...
    def check_ins_of(self, student_id: str) -> Sequence[CheckIn]: ...
    def of_student(self, kind: type[R], student_id: str) -> list[R]: ...
    def shelf(self, kind: type[R]) -> Shelf[R]: ...


class Change:
    """What `with store.change(...)` yields. Reads include what this change has written."""

    def __init__(self, store: Reader, transaction: Transaction, at: datetime) -> None:
        self.at = at.astimezone(UTC)
        self._store, self._transaction = store, transaction
        self._put: dict[type[Record], dict[str, Record]] = {}

    @property
    def what(self) -> str:
        """The change in words, shown by undo; it never contains a student's own text."""
        return self._transaction.what

    @what.setter
    def what(self, words: str) -> None:
        self._transaction.what = words

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, even if it is in the trash; None if there is none."""
        return self._mine(kind).get(record_id) or self._store.get(kind, record_id)

    def need(self, kind: type[R], record_id: str) -> R:
        """Like get, but raises Missing if there is none."""
        return found(kind, record_id, self.get(kind, record_id))

    def all(self, kind: type[R]) -> list[R]:
        """The records not in the trash, sorted by id."""
        mine = self._mine(kind)
        kept = [record for record in self._store.all(kind) if record.id not in mine]
        return sorted(kept + _live(mine.values()), key=_by_id)

    def check_ins_of(self, student_id: str) -> Sequence[CheckIn]:
        """A student's check-ins not in the trash, oldest first."""
        mine = self._mine(CheckIn)
        if not mine:
            return self._store.check_ins_of(student_id)
        kept = [record for record in self._store.check_ins_of(student_id) if record.id not in mine]
        return sorted(kept + _live(mine.values(), student_id), key=lambda record: (record.happened_on, record.id))

    def of_student(self, kind: type[R], student_id: str) -> list[R]:
        """A student's records of one kind not in the trash, sorted by id."""
        mine = self._mine(kind)
        kept = [record for record in self._store.of_student(kind, student_id) if record.id not in mine]
        return sorted(kept + _live(mine.values(), student_id), key=_by_id)

    def add(self, kind: type[R], /, **fields: Any) -> R:
        """Add a record with the next id. Raises RecordError for a value that the model does not allow."""
        table = self._store.shelf(kind).table
        instants = {"created_at": self.at, "updated_at": self.at}
        record = make(kind, {"id": make_id(kind, table.take_id()), **instants, **fields})
        return self._keep(record)

    def put(self, record: R, *, shown: R | None = None) -> R:
        """Replace a record; an unchanged one is not written.

        `shown` is the record as the editor saw it. Raises Conflict if it has changed since then, Missing if there is no
        such record.
        """
        kind = type(record)
        stored = self.get(kind, record.id)
        if shown is not None and shown != stored:
            raise Conflict(shown, stored)
        stored = found(kind, record.id, stored)
        if replace(record, updated_at=stored.updated_at) == stored:
            return stored
        return self._keep(replace(record, updated_at=self.at))

    def remove(self, record: R) -> R:
        """Move a record to the trash. Raises Missing if there is no such record."""
        stored = self.need(type(record), record.id)
        return stored if stored.deleted_at else self._keep(replace(stored, deleted_at=self.at, updated_at=self.at))

    def restore(self, record: R) -> R:
        """Take a record out of the trash. Raises Missing if there is no such record."""
        stored = self.need(type(record), record.id)
        return self._keep(replace(stored, deleted_at=None, updated_at=self.at)) if stored.deleted_at else stored

    def remember_saved(self) -> None:
        """Hand the saved records to the shelves, so that they need not be decoded again."""
        for kind, records in self._put.items():
            shelf = self._store.shelf(kind)
            for record in records.values():
                shelf.remember(number_of(record.id), record)

    def _keep(self, record: R) -> R:
        kind = type(record)
        raw, kept = encode(record)
        self._store.shelf(kind).table.put_raw(number_of(record.id), raw)
        self._put.setdefault(kind, {})[record.id] = kept
        return kept

    def _mine(self, kind: type[R]) -> dict[str, R]:
        return cast("dict[str, R]", self._put.get(kind, {}))  # _put holds each kind's records under that kind


def found(kind: type[R], record_id: str, record: R | None) -> R:
    """The record. Raises Missing if it is None."""
    if record is None:
        raise Missing(f"There is no {kind.noun} with the id {record_id!r}. It may have been undone or removed.")
    return record


def _live(records: Any, student_id: str | None = None) -> list[Any]:
    return [
        record
        for record in records
        if record.deleted_at is None and student_id in {None, getattr(record, "student", "")}
    ]


def _by_id(record: Record) -> str:
    return record.id
