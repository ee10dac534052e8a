"""The store: reads records from memory, and saves changes to disk one at a time."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import msgspec

from advisory.model import CheckIn, Student, make_id, number_of

from .change import Change, found
from .codec import KIND_OF, R
from .disk.outside.unusable import notice_of_unusable
from .disk.row import Line
from .earlier import EarlierName, EarlierNames
from .errors import DamagedError, NewerError, Refused
from .memory.digest import Digests, Made
from .memory.index import Key, student_of
from .memory.shelf import Records, Shelf
from .memory.table import Fields, JournalDB
from .memory.transaction import Transaction
from .purged import Purged
from .synced import notice_of_copies, notice_of_syncing
from .undo import Undone, redo, students_of, to_redo, to_undo, undo, undone_of
from .usable import find_unusable

if TYPE_CHECKING:
    from .purge.gone import IsGone


class PastChange(msgspec.Struct, frozen=True):
    """A past change. `undoes` or `redoes` is the number of the change it undid or redid."""

    seq: int
    at: datetime
    what: str
    students: tuple[str, ...]
    undoes: int | None
    redoes: int | None


class Edit(msgspec.Struct, frozen=True):
    """What a past change did to one record: the document before and after, in the schema of that time; None if absent."""

    seq: int
    at: datetime
    what: str
    undoes: int | None
    redoes: int | None
    table: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def _anything(_: Undone) -> None:
    """Let any change be redone."""


def _nothing(_: Undone) -> bool:
    """Let any change be undone."""
    return False


class Store:
    """One open data folder. Reads come from memory; `refresh` picks up what other processes wrote."""

    def __init__(self, db: JournalDB) -> None:
        """Use `Store.open`."""
        self._db = db
        self._ledger = db.storage.ledger
        self._shelves: dict[str, Shelf[Any]] = {
            table: Shelf(kind, db.journal_table(table), self._is_student) for table, kind in KIND_OF.items()
        }
        self._touched: Counter[str] = Counter()
        self._reloads = 0
        self._earlier = EarlierNames(db.storage.ledger.folder)
        self._ledger.watchers.append(self)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a folder, creating it if missing. Raises StoreError, with nothing changed, if it can't be opened."""
        try:
            return cls(JournalDB(folder, tables=tuple(KIND_OF), find_unusable=find_unusable))
        except NewerError:
            raise
        except DamagedError as error:
            raise DamagedError(f"{error} `advisory doctor` lists everything that is wrong and can fix it.") from error

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._ledger.folder

    @property
    def notices(self) -> tuple[str, ...]:
        """Messages for the advisor: what was noticed while reading the files, and risks such as syncing."""
        found = [notice_of_copies(self.folder), notice_of_syncing(self.folder)]
        if self._ledger.state.why:
            found.insert(0, notice_of_unusable(self._ledger.state.why))
        return (*self._ledger.notices, *filter(None, found))

    @property
    def is_read_only(self) -> bool:
        """Whether the folder is read-only, so that changes are refused."""
        return self._ledger.is_read_only

    @property
    def seq(self) -> int:
        """The number of the last change."""
        return self._ledger.state.seq

    def back_up(self, path: Path) -> None:
        """Write all records into one new file that can be restored from. Raises Refused if it exists."""
        from .restore import write_backup

        write_backup(self._ledger, path)

    def close(self) -> tuple[str, ...]:
        """Write the snapshot if that is due, and release the folder; what the advisor should be told, if that failed.

        Closing twice does no harm.
        """
        before = len(self._ledger.notices)
        self._ledger.close()
        return tuple(self._ledger.notices[before:])

    def refresh(self) -> bool:
        """Pick up what another process wrote; True if there was anything. Without news it costs two stat calls."""
        return self._db.storage.follow()

    def touched(self, student_id: str) -> tuple[int, int]:
        """A value that changes once the student's record, or one that belongs to the student, may have changed."""
        return self._reloads, self._touched[student_id]

    # Reading

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, even if it is in the trash; None if there is none."""
        try:
            number = number_of(record_id)
        except ValueError:
            return None
        return self.shelf(kind).one(number) if make_id(kind, number) == record_id else None

    def need(self, kind: type[R], record_id: str) -> R:
        """Like get, but raises Missing if there is none."""
        return found(kind, record_id, self.get(kind, record_id))

    def all(self, kind: type[R]) -> list[R]:
        """The records not in the trash, sorted by id."""
        return self.shelf(kind).all()

    def trash(self, kind: type[R]) -> list[R]:
        """The records in the trash, sorted by id."""
        shelf = self.shelf(kind)
        return shelf.these(sorted(shelf.index.trash))

    def check_ins_of(self, student_id: str) -> Sequence[CheckIn]:
        """A student's check-ins not in the trash, oldest first; decoded on access, so ask again after a change."""
        shelf = self.shelf(CheckIn)
        return Records(shelf, shelf.index.of(student_id))

    def of_student(self, kind: type[R], student_id: str) -> list[R]:
        """A student's records of one kind not in the trash, sorted by id."""
        shelf = self.shelf(kind)
        return shelf.these(sorted(number for _, number in shelf.index.of(student_id)))

    def recent_check_ins(self) -> Iterator[CheckIn]:
        """All check-ins not in the trash, newest first; decoded on access."""
        shelf = self.shelf(CheckIn)
        for _, number in shelf.index.newest_first():
            record = shelf.get(number)
            if record is not None:  # it may have been undone since the iteration began
                yield record

    def recent_parts(self, fields: type[Fields]) -> Iterator[Fields]:
        """A few fields of each check-in not in the trash, newest first; far faster than whole records.

        `fields` is a struct with some of the record's fields, with the same names and defaults.
        """
        shelf, decode = self.shelf(CheckIn), msgspec.json.Decoder(fields).decode
        newest_first = reversed(tuple(shelf.index.everyone))
        raws = dict(shelf.table.raw_items())
        for _, number in newest_first:
            try:
                yield decode(raws[number])
            except ValueError:
                shelf.get(number)  # sets it aside

    def students_with_check_ins(self) -> list[str]:
        """The ids of the students who have check-ins."""
        return self.shelf(CheckIn).index.students

    def check_in_keys_of(self, student_id: str) -> list[Key]:
        """The same of one student's check-ins."""
        return self.shelf(CheckIn).index.of(student_id).copy()

    def check_in_keys(self) -> list[Key]:
        """The date and the number of each check-in not in the trash, oldest first."""
        return self.shelf(CheckIn).index.everyone.copy()

    def jots(self) -> list[CheckIn]:
        """The check-ins still to be finished (jots) not in the trash, oldest first."""
        shelf = self.shelf(CheckIn)
        return shelf.these(number for _, number in sorted(shelf.index.jots))

    def digests(self, kind: type[R], fields: type[Fields], make: Callable[[Fields], Made]) -> Digests[Fields, Made]:
        """Values computed by `make` from a few fields of each record, on demand; they follow every change."""
        return self.shelf(kind).digests(fields, make)

    # Changing

    @contextlib.contextmanager
    def change(self, what: str, at: datetime) -> Iterator[Change]:
        """One change, on disk when the block ends; if the block raises, nothing changes. `at` has a time zone.

        Inside the block other processes wait, and memory holds what they wrote before. Raises Refused inside another
        change, in a read-only folder, and when others write for too long; WriteError when the disk refuses it.
        """
        with self._transaction(what, at) as transaction:
            change = Change(self, transaction, at)
            yield change
        change.remember_saved()

    def undo(self, at: datetime, base: str = "", keeps: Callable[[Undone], bool] = _nothing) -> Undone | None:
        """Undo the newest change not undone yet, even one of an earlier day; None if there is nothing to undo.

        Neither a change called `base` nor what was before it is undone.
        A change that `keeps` says stays is passed over. Raises Refused, changing nothing, if a record is no longer as that
        change left it.
        """
        return self._undo_or_redo(at, partial(to_undo, base=base, keeps=keeps), undo)

    def redo(self, at: datetime, need: Callable[[Undone], None] = _anything) -> Undone | None:
        """Redo the change undone last; None once something else has been changed.

        Raises like undo, and, changing nothing, whatever `need` raises about the change that would be made again.
        """
        return self._undo_or_redo(at, to_redo, redo, need)

    def changes(self) -> Iterator[PastChange]:
        """All changes in the files, newest first; read on demand."""
        for line in self._ledger.changes_backwards():
            at = datetime.fromisoformat(line.at)
            yield PastChange(line.seq, at, line.what, students_of(line.ops), line.undoes, line.redoes)

    def edits_of(self, student_id: str) -> Iterator[Edit]:
        """The edits of a student's record and of all records about the student, newest first; read on demand."""
        for line in self._ledger.changes_backwards():
            mine = [operation for operation in line.ops if student_id in students_of([operation])]
            for table, _, after, before in mine:
                at = datetime.fromisoformat(line.at)
                was, now = msgspec.json.decode(before), msgspec.json.decode(after)
                yield Edit(line.seq, at, line.what, line.undoes, line.redoes, table, was, now)

    def earlier_names(self) -> list[EarlierName]:
        """Every name a student has or had, each once, also of students who are no longer there; read on demand."""
        return self._earlier.all()

    @property
    def files_without_names(self) -> tuple[str, ...]:
        """The files that could not be read for `earlier_names`, which therefore may lack some."""
        self._earlier.all()
        return tuple(self._earlier.unread)

    def edits_since(self, at: datetime) -> Iterator[Edit]:
        """The edits of all records since an instant, newest first; read on demand. A clock that went back ends it early."""
        for line in self._ledger.changes_backwards():
            made_at = datetime.fromisoformat(line.at)
            if made_at < at:
                return
            for table, _, after, before in line.ops:
                was, now = msgspec.json.decode(before), msgspec.json.decode(after)
                yield Edit(line.seq, made_at, line.what, line.undoes, line.redoes, table, was, now)

    def purge(
        self,
        ids: Iterable[str],
        at: datetime,
        is_gone: "IsGone | None" = None,
        *,
        what: str = "Records purged",
        keeps_undo: bool = False,
    ) -> Purged:
        """Take records, and what can't be without them, out of every byte of the folder, of their past and of all copies.

        `is_gone` says by its table and document whether a record goes, too, that only the past still knows. Nothing brings
        them back. Undo does not go past it, or if it `keeps_undo`, not past the newest change that had a part in them.
        Raises like a change.
        """
        from .purge.purge import purge

        if at.tzinfo is None:
            raise ValueError("The instant of a change needs a time zone")
        if self._db.storage.is_changing:
            raise Refused("Another change is in progress; try again when it is done.")
        return purge(self._ledger, ids, at, is_gone, what=what, keeps_undo=keeps_undo)

    def only_in_past(self, ids: Iterable[str], is_gone: "IsGone") -> list[str]:
        """The ids of what a purge of these would take besides, because only history and the backups know it; reads them."""
        from .purge.purge import only_in_past

        return only_in_past(self._ledger, ids, is_gone)

    # What the shelves need

    def shelf(self, kind: type[R]) -> Shelf[R]:
        """The records of one kind; only for the store's own modules."""
        return self._shelves[kind.table]

    def changed(self, table: str, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Called by the ledger when one document has changed."""
        if table in self._shelves:
            self._shelves[table].changed(number, before, after)
        if table == Student.table:
            self._touched[make_id(Student, number)] += 1
            self._earlier.changed(number, (before, after))
        else:
            self._touched.update({student_of(raw) for raw in (before, after) if raw is not None})

    def reloaded(self) -> None:
        """Called by the ledger when any document may have changed."""
        self._reloads += 1
        self._earlier.reloaded()
        for shelf in self._shelves.values():
            shelf.reloaded()

    def _is_student(self, student_id: str) -> bool:
        return self.get(Student, student_id) is not None

    def _undo_or_redo(
        self,
        at: datetime,
        choose: Callable[[Iterator[Line]], Line | None],
        make: Callable[[Line, Transaction], None],
        need: Callable[[Undone], None] = _anything,
    ) -> Undone | None:
        with self._transaction("", at) as transaction:
            newest_first = self._ledger.changes_backwards()
            line = choose(newest_first)
            if line is None:
                if make is undo and (lost := self._ledger.what_history_lacks()):
                    raise Refused(lost)
                return None
            found = undone_of(line)
            need(found)
            make(line, transaction)
        return found

    def _transaction(self, what: str, at: datetime) -> contextlib.AbstractContextManager[Transaction]:
        if at.tzinfo is None:
            raise ValueError("The instant of a change needs a time zone")
        if self._db.storage.is_changing:
            raise Refused("Another change is in progress; try again when it is done.")
        return self._db.storage.transaction(what, at)
