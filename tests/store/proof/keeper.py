"""What is put to the proof: our store, and those that must be caught, all asked for the same changes."""

import json
import string
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any, Protocol

import msgspec
from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage
from tinydb.table import Document

from advisory.model import CheckIn, FollowUp, Record, Student
from advisory.model.words import Kind, Party, PromiseStatus, Visibility
from advisory.store import Change, Store

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
MONDAY = date(2026, 11, 23)
VERBS = ("add", "add", "note", "note", "shrink", "remove", "many")
KEPT = (Student, CheckIn, FollowUp)

Documents = dict[str, str | None]
"""Record id → the record as JSON; None where there is none."""
Announce = Callable[[int, Documents], None]
"""Told the number of a change and what it is about to leave, before it is committed."""


class Keeper(Protocol):
    """A database that is open."""

    seq: int

    def __init__(self, folder: Path) -> None: ...
    def make(self, verb: str, chance: Random, announce: Announce) -> None: ...
    def found(self) -> Documents: ...
    def look_back(self) -> list[int]: ...
    def close(self) -> None: ...
    def abandon(self) -> None: ...


class StoreKeeper:
    """Our store, through its own face."""

    def __init__(self, folder: Path) -> None:
        self.store = Store.open(folder)

    @property
    def seq(self) -> int:
        return self.store.seq

    def make(self, verb: str, chance: Random, announce: Announce) -> None:
        """One change; each of its records carries the same marker, so that half of it would show."""
        with self.store.change(verb, NOW) as change:
            records = _touch(change, verb, chance)
            announce(self.seq + 1, {record.id: _text(record) for record in records})

    def undo(self) -> bool:
        return self.store.undo(NOW) is not None

    def redo(self) -> bool:
        return self.store.redo(NOW) is not None

    def found(self) -> Documents:
        return {
            record.id: _text(record) for kind in KEPT for record in (*self.store.all(kind), *self.store.trash(kind))
        }

    def look_back(self) -> list[int]:
        """The numbers of all changes, newest first."""
        return [change.seq for change in self.store.changes()]

    def close(self) -> None:
        self.store.close()

    def close_and_tell(self) -> tuple[str, ...]:
        """Close it; what it says about that."""
        return self.store.close()

    def abandon(self) -> None:
        """Let go of it as a killed process does."""
        ledger = self.store._ledger
        ledger._journal.close()
        if ledger._lock is not None:
            ledger._lock.close()
        ledger._is_closed = True


class StockKeeper:
    """TinyDB as it comes."""

    storage: Any = JSONStorage

    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.db = TinyDB(folder / "advisory.json", storage=self.storage)
        self.seq = 0  # it counts nothing

    def make(self, verb: str, chance: Random, announce: Announce) -> None:
        self.seq += 1
        marker = _marker(chance)
        ids = [document.doc_id for document in self.db]
        picked = chance.sample(ids, min(len(ids), 3))
        if verb == "remove" and picked:
            announce(self.seq, {str(number): None for number in picked})
            self.db.remove(doc_ids=picked)
        elif verb == "shrink" and picked:
            announce(self.seq, {str(number): json.dumps({"line": marker}) for number in picked})
            self.db.update({"line": marker}, doc_ids=picked)
        else:
            documents = [{"line": marker + "." * 300} for _ in range(3)]
            first = max(ids, default=0) + 1
            announce(self.seq, {str(first + at): json.dumps(document) for at, document in enumerate(documents)})
            self.db.insert_multiple(Document(document, first + at) for at, document in enumerate(documents))

    def found(self) -> Documents:
        return {str(document.doc_id): json.dumps(document) for document in self.db}

    def look_back(self) -> list[int]:
        return list(range(self.seq, 0, -1))

    def close(self) -> None:
        self.db.close()

    def abandon(self) -> None:
        """Let go of the file without what a middleware still holds."""
        storage = self.db.storage
        getattr(storage, "storage", storage).close()


class CachingKeeper(StockKeeper):
    """TinyDB with the middleware that writes now and then."""

    storage = CachingMiddleware(JSONStorage)

    def __init__(self, folder: Path) -> None:
        self.storage = CachingMiddleware(JSONStorage)
        super().__init__(folder)


def _touch(change: Change, verb: str, chance: Random) -> list[Any]:
    students = change.all(Student)
    marker = _marker(chance)
    if verb == "add" or not students:
        student = change.add(Student, given_name=marker, family_name="Okafor", focal_why=marker * 20)
        notes = [_note(change, student.id, marker, 30) for _ in range(2)]
        promise = change.add(
            FollowUp, student=student.id, text=marker * 9, owner=Party.ADVISOR, status=PromiseStatus.OPEN
        )
        return [student, *notes, promise]
    student = chance.choice(students)
    if verb == "note":
        return [_note(change, student.id, marker, 4)]
    if verb == "many":
        return [_note(change, student.id, marker, 40) for _ in range(12)]
    notes = list(change.check_ins_of(student.id))[:8]
    promises = change.of_student(FollowUp, student.id)
    if verb == "remove":
        return [change.remove(record) for record in (*notes, *promises, student)]
    return [
        change.put(replace(student, given_name=marker, focal_why="")),
        *(change.put(replace(note, line=marker, body="")) for note in notes),
        *(change.put(replace(promise, text=marker)) for promise in promises),
    ]


def _note(change: Change, student: str, marker: str, length: int) -> CheckIn:
    return change.add(
        CheckIn,
        student=student,
        happened_on=MONDAY,
        kind=Kind.ONE_TO_ONE,
        counts_contact=True,
        counts_one_to_one=True,
        visibility=Visibility.PRIVATE,
        line=f"{marker} “said so”",
        body=marker * length,
    )


def _marker(chance: Random) -> str:
    return "".join(chance.choices(string.ascii_letters, k=8))


def _text(record: Record) -> str:
    return msgspec.json.encode(record).decode()
