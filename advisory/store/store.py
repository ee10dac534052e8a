"""The store: reads records from memory, and saves changes to disk one at a time."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from advisory.model import Student, make_id

from .change import Change
from .codec import KIND_OF
from .disk.outside.unusable import notice_of_unusable
from .disk.row import Line
from .earlier import EarlierName, EarlierNames
from .errors import DamagedError, NewerError, Refused
from .memory.index import student_of
from .memory.table import JournalDB
from .memory.transaction import Transaction
from .past import Edit, PastChange, edits, past_change
from .purged import Purged
from .reads import Reads
from .synced import notice_of_copies, notice_of_syncing
from .undo import Undone, redo, students_of, to_redo, to_undo, undo, undone_of
from .usable import find_unusable

if TYPE_CHECKING:
    from .purge.gone import IsGone

Mark = tuple[int, int]
"""A moment in an open store: how often everything may have changed, and how many records about students did after that."""


def _anything(_: Undone) -> None:
    """Let any change be redone."""


def _nothing(_: Undone) -> bool:
    """Let any change be undone."""
    return False


class Store(Reads):
    """One open data folder. Reads come from memory; `refresh` picks up what other processes wrote."""

    def __init__(self, db: JournalDB) -> None:
        """Use `Store.open`."""
        super().__init__(db)
        self._db = db
        self._ledger = db.storage.ledger
        self._touched: list[str] = []
        """The ids of the students whose records changed, or a record that belongs to them, in that order."""
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
        """Write the snapshot if that is due, and release the folder; returns what to tell the advisor if that failed.

        Closing twice does no harm.
        """
        before = len(self._ledger.notices)
        self._ledger.close()
        return tuple(self._ledger.notices[before:])

    def refresh(self) -> bool:
        """Pick up what another process wrote; True if there was anything. Without news it costs two stat calls."""
        return self._db.storage.follow()

    def touched_since(self, mark: Mark | None) -> tuple[Mark, set[str] | None]:
        """The ids of the students of whom something changed since a mark, None where it may be anybody; and the next mark.

        Without a mark it is anybody.
        """
        now = self._reloads, len(self._touched)
        if mark is None or mark[0] != now[0]:
            return now, None
        return now, set(self._touched[mark[1] :])

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
        return map(past_change, self._ledger.changes_backwards())

    def edits_of(self, student_id: str) -> Iterator[Edit]:
        """The edits of a student's record and of all records about the student, newest first; read on demand."""
        return edits(self._ledger.changes_backwards(), lambda operation: student_id in students_of([operation]))

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
        return edits(takewhile(lambda line: datetime.fromisoformat(line.at) >= at, self._ledger.changes_backwards()))

    def purge(
        self,
        ids: Iterable[str],
        at: datetime,
        is_gone: "IsGone | None" = None,
        *,
        what: str = "Records purged",
        keeps_undo: bool = False,
    ) -> Purged:
        """Remove records, and what can't exist without them, from every file of the folder, including history and copies.

        `is_gone` says by its table and document whether a record goes, too, that only the past still knows. Nothing
        brings them back. Undo does not go past it, or if it `keeps_undo`, not past the newest change that had a part in
        them. Raises like a change.
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

    def changed(self, table: str, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """Called by the ledger when one document has changed."""
        if table in self._shelves:
            self._shelves[table].changed(number, before, after)
        if table == Student.table:
            self._touched.append(make_id(Student, number))
            self._earlier.changed(number, (before, after))
        else:
            self._touched += {student_of(raw) for raw in (before, after) if raw is not None}

    def reloaded(self) -> None:
        """Called by the ledger when any document may have changed."""
        self._reloads += 1
        self._touched.clear()
        self._earlier.reloaded()
        for shelf in self._shelves.values():
            shelf.reloaded()

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
