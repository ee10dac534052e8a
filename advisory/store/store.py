"""The store as the rest of the program knows it: records in, records out, one change at a time, each on the disk."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from advisory.model import CheckIn, Student, make_id, number_of

from .change import Change, found
from .codec import KIND_OF, R, check_document
from .disk.row import Line
from .errors import DamagedError, NewerError, Refused
from .memory.digest import Digests, Fields, Made
from .memory.index import Key, student_of
from .memory.shelf import Records, Shelf
from .memory.table import JournalDB
from .memory.transaction import Transaction
from .synced import notice_of_copies, notice_of_syncing
from .undo import Undone, redo, students_of, to_redo, to_undo, undo


class PastChange(msgspec.Struct, frozen=True):
    """A change that was made. `undoes` and `redoes` are the number of the change it took back or made again."""

    seq: int
    at: datetime
    what: str
    students: tuple[str, ...]
    undoes: int | None
    redoes: int | None


class Edit(msgspec.Struct, frozen=True):
    """One record in one change: the document before and after it, in the schema of its day; None where there was none."""

    seq: int
    at: datetime
    what: str
    undoes: int | None
    redoes: int | None
    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


class Store:
    """One data folder, open. Reading is from memory; `refresh` takes in what other processes wrote."""

    def __init__(self, db: JournalDB) -> None:
        """Use `Store.open`."""
        self._db = db
        self._ledger = db.storage.ledger
        self._shelves: dict[str, Shelf[Any]] = {
            table: Shelf(kind, db.journal_table(table)) for table, kind in KIND_OF.items()
        }
        self._touched: Counter[str] = Counter()
        self._reloads = 0
        self._ledger.watchers.append(self)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a folder, making it when it is missing. Raises StoreError, with everything untouched, when it can't be."""
        try:
            return cls(JournalDB(folder, tables=tuple(KIND_OF), check=check_document))
        except NewerError:
            raise
        except DamagedError as error:
            raise DamagedError(f"{error} `advisory doctor` tells all that is wrong, and can mend it.") from error

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._ledger.folder

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences for the advisor: what was found when the files were read, and what is a risk."""
        found = [notice_of_copies(self.folder), notice_of_syncing(self.folder)]
        return (*self._ledger.notices, *filter(None, found))

    @property
    def is_read_only(self) -> bool:
        """Whether changes are refused because the folder can only be read."""
        return self._ledger.is_read_only

    @property
    def seq(self) -> int:
        """The number of the last change."""
        return self._ledger.state.seq

    def back_up(self, path: Path) -> None:
        """Write all records into one file, from which they can be restored. Raises Refused where it is there already."""
        from .restore import write_backup

        write_backup(self._ledger, path)

    def close(self) -> None:
        """Write the snapshot if there is anything new, and let go of the folder; harmless to repeat."""
        self._ledger.close()

    def refresh(self) -> bool:
        """Take in what another process wrote; True when there was something. Two stats when there is not."""
        return self._db.storage.follow()

    def touched(self, student_id: str) -> tuple[int, int]:
        """Another value once the student's record, or one of those about them, may have changed."""
        return self._reloads, self._touched[student_id]

    # Reading

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record of this id, also one in the trash; None when there is none."""
        try:
            number = number_of(record_id)
        except ValueError:
            return None
        return self.shelf(kind).get(number) if make_id(kind, number) == record_id else None

    def need(self, kind: type[R], record_id: str) -> R:
        """As get. Raises Missing."""
        return found(kind, record_id, self.get(kind, record_id))

    def all(self, kind: type[R]) -> list[R]:
        """Those not in the trash, in the order of their ids."""
        return self.shelf(kind).all()

    def trash(self, kind: type[R]) -> list[R]:
        """Those in the trash, in the order of their ids."""
        shelf = self.shelf(kind)
        return [shelf.at(number) for number in sorted(shelf.index.trash)]

    def check_ins_of(self, student_id: str) -> Sequence[CheckIn]:
        """A student's live check-ins, oldest first by day and id; decoded as they are looked at, so ask again after a change."""
        shelf = self.shelf(CheckIn)
        return Records(shelf, shelf.index.of(student_id))

    def of_student(self, kind: type[R], student_id: str) -> list[R]:
        """A student's live records of one kind, in the order of their ids."""
        shelf = self.shelf(kind)
        return [shelf.at(number) for number in sorted(number for _, number in shelf.index.of(student_id))]

    def recent_check_ins(self) -> Iterator[CheckIn]:
        """All live check-ins, newest first by day and id; decoded as they are looked at."""
        shelf = self.shelf(CheckIn)
        for _, number in reversed(tuple(shelf.index.everyone)):
            record = shelf.get(number)
            if record is not None:  # it may have been undone since the first of them were looked at
                yield record

    def check_in_keys(self) -> list[Key]:
        """The day and the number of each live check-in, oldest first: the log without what it says."""
        return self.shelf(CheckIn).index.everyone.copy()

    def jots(self) -> list[CheckIn]:
        """The live check-ins that are still to be finished, oldest first."""
        shelf = self.shelf(CheckIn)
        return [shelf.at(number) for _, number in sorted(shelf.index.jots)]

    def digests(self, kind: type[R], fields: type[Fields], make: Callable[[Fields], Made]) -> Digests[Fields, Made]:
        """What `make` makes of a few fields of each record, one by one as they are asked for; it follows every change."""
        return self.shelf(kind).digests(fields, make)

    # Changing

    @contextlib.contextmanager
    def change(self, what: str, at: datetime) -> Iterator[Change]:
        """One change: on the disk when the block ends, nothing of it when the block raises. `at` has a time zone.

        Inside, other processes wait, and what they wrote is in memory. Raises Refused inside another change, on a
        folder that can only be read and when others write for too long; WriteError when the disk does not take it.
        """
        with self._transaction(what, at) as transaction:
            change = Change(self, transaction, at)
            yield change
        change.settle()

    def undo(self, at: datetime) -> Undone | None:
        """Take back the newest change not undone yet, also one of an earlier day; None when there is nothing.

        Raises Refused, changing nothing, when a record is no longer as that change left it.
        """
        return self._go(at, to_undo, undo)

    def redo(self, at: datetime) -> Undone | None:
        """Make the change again that was undone last; None once something else has been changed. Raises as undo."""
        return self._go(at, to_redo, redo)

    def changes(self) -> Iterator[PastChange]:
        """Every change as far back as the files go, newest first; read as it is looked at."""
        for line in self._ledger.changes_backwards():
            at = datetime.fromisoformat(line.at)
            yield PastChange(line.seq, at, line.what, students_of(line.ops), line.undoes, line.redoes)

    def edits_of(self, student_id: str) -> Iterator[Edit]:
        """What was done to a student's record and to all that belongs to it, newest first; read as it is looked at."""
        for line in self._ledger.changes_backwards():
            mine = [operation for operation in line.ops if student_id in students_of([operation])]
            for table, _, after, before in mine:
                at = datetime.fromisoformat(line.at)
                was, now = msgspec.json.decode(before), msgspec.json.decode(after)
                yield Edit(line.seq, at, line.what, line.undoes, line.redoes, table, was, now)

    # What the shelves need

    def shelf(self, kind: type[R]) -> Shelf[R]:
        """The records of one kind; for the store's own modules."""
        return self._shelves[kind.table]

    def changed(self, table: str, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Told by the ledger: one document is now another one."""
        if table in self._shelves:
            self._shelves[table].changed(number, before, after)
        if table == Student.table:
            self._touched[make_id(Student, number)] += 1
        else:
            self._touched.update({student_of(raw) for raw in (before, after) if raw is not None})

    def reloaded(self) -> None:
        """Told by the ledger: everything may be different."""
        self._reloads += 1
        for shelf in self._shelves.values():
            shelf.reloaded()

    def _go(
        self, at: datetime, choose: Callable[[Iterator[Line]], Line | None], make: Callable[[Line, Transaction], None]
    ) -> Undone | None:
        with self._transaction("", at) as transaction:
            newest_first = self._ledger.changes_backwards()
            line = choose(newest_first)
            if line is None:
                return None
            make(line, transaction)
        return Undone(line.what, students_of(line.ops), line.seq)

    def _transaction(self, what: str, at: datetime) -> contextlib.AbstractContextManager[Transaction]:
        if at.tzinfo is None:
            raise ValueError("The instant of a change needs a time zone")
        if self._db.storage.is_changing:
            raise Refused("A change is under way already; this one has to wait until it is done.")
        return self._db.storage.transaction(what, at)
