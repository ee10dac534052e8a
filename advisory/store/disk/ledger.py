"""The tables and the files that hold them, kept in step: by one process at a time, as many as there are."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

import msgspec

from advisory.store.errors import Busy, DamagedError, Refused, StoreError, unusable

from . import backup, history, journal, snapshot
from .collector import gc_quiet
from .files import make_folder, remove_leftovers, write_atomically
from .journal import Journal
from .lock import PATIENCE, KernelLock
from .row import NOTHING, Line, encode_header, encode_line
from .schema import SCHEMA
from .stamp import Stamp, stamp
from .state import SNAPSHOT, Check, State, read_state

LOCK = "advisory.lock"
_LARGEST_JOURNAL = 256 * 1024
_LARGEST_SHARE = 5  # a fifth of the snapshot: replaying it stays a small part of opening


class Watcher(Protocol):
    """Somebody who keeps something beside the tables, such as an index."""

    def changed(self, table: str, number: int, before: msgspec.Raw | None, after: msgspec.Raw | None) -> None:
        """One document is now another one."""

    def reloaded(self) -> None:
        """Everything may be different."""


class Ledger:
    """A folder's state. Memory changes only after the disk has; whatever fails in between is read again from the disk."""

    def __init__(self, folder: Path, tables: Sequence[str], check: Check) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.watchers: list[Watcher] = []
        self.patience = PATIENCE
        self.version = 0
        """Another number once any document may have changed."""
        self.state = State({}, {})
        self._tables, self._check = tables, check
        self._is_closed = False
        self._lock: KernelLock | None = None
        self._distrusts = False  # between a write that failed and the next reading
        self._snapshot_waits_until = 0
        self._journal = Journal(folder / journal.NAME)
        self._snapshot_path = str(folder / SNAPSHOT)
        try:
            make_folder(folder)
            self._load()
        except OSError as error:
            raise unusable(folder, error) from error
        self._lock = self._open_lock()
        if self._lock is None:
            self._carry_over_in_memory()
            return
        try:
            with self.caught_up():
                self._notice_older()
        except BaseException:
            self._lock.close()
            raise

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written to the folder."""
        return self._lock is None

    @contextlib.contextmanager
    def caught_up(self, patience: float | None = None) -> Iterator[None]:
        """Keep other processes from writing, with all they wrote in memory. Raises Refused, Busy or DamagedError."""
        if self._is_closed:
            raise Refused(f"{self.folder} is closed, so nothing can be changed in it.")
        if self._lock is None:
            raise Refused(f"{self.folder} can only be read, so nothing can be changed. See to its permissions.")
        self._lock.acquire(self.patience if patience is None else patience)
        try:
            try:
                self._catch_up()
            except OSError as error:
                raise unusable(self.folder, error) from error
            yield
        finally:
            self._lock.release()

    def follow(self) -> bool:
        """Take over what another process wrote; True when there was something. Two stats when there is not."""
        if not self._distrusts and self._stamps() == self.state.stamps:
            return False
        version = self.version
        if self._lock is None or self._is_closed:
            try:
                self._load()
            except OSError as error:
                raise unusable(self.folder, error) from error
            self._carry_over_in_memory()
            return True
        try:
            with self.caught_up(patience=0):
                return self.version != version
        except Busy:
            return False  # it is writing at this moment, and will be done by the next time

    def commit(self, line: Line) -> None:
        """Put a change on the disk, then into memory; only while caught up. Raises WriteError with both as they were."""
        state = self.state
        row, line = encode_line(line, state.chain)
        data = row if state.end else encode_header(state.seq, state.chain) + row
        self._distrusts = True
        written = self._journal.append(state.end, data)
        self._apply(line)
        state.rows += 1 if state.end else 2
        state.end += len(data)
        state.stamps = state.stamps[0], written
        self._distrusts = False
        self._save_when_large()

    def changes_backwards(self) -> Iterator[Line]:
        """Every change that led to the present state, newest first, from the journal and then from history."""
        journal_data = self._journal.read_from(0)
        return history.changes_backwards(self.folder, journal_data, seq=self.state.seq, chain=self.state.chain)

    def dump(self) -> bytes:
        """The snapshot of what is in memory."""
        state = self.state
        return snapshot.dump(
            state.tables, seq=state.seq, chain=state.chain, next_ids=state.next_ids, saved=state.at, schema=state.schema
        )

    def replace(self, source: State, words: str, at: str) -> str:
        """Put other records in the place of all there are; only while caught up. The name of the copy that is kept."""
        if self.state.rows or self.state.edited:
            self._save()  # with the journal empty, of its header too, one rename decides
        from .beginning import begin_anew

        return begin_anew(self.folder, source, words, at, keep_as="restore")

    def close(self) -> None:
        """Bring the snapshot up to date and let go of the folder; harmless to repeat."""
        if self._lock is None or self._is_closed:
            return
        try:
            with self.caught_up():
                if self.state.rows > 1 or self.state.edited:
                    self._save()
        except (StoreError, OSError) as error:
            self._notice(
                f"Every change is safe in {journal.NAME}, but {SNAPSHOT} could not be brought up to date: {error}"
            )
        finally:
            self._journal.close()
            self._lock.close()
            self._is_closed = True

    def _stamps(self) -> tuple[Stamp | None, Stamp | None]:
        return stamp(self._snapshot_path), self._journal.stamp()

    def _apply(self, line: Line) -> None:
        self.version += 1
        for table, doc_id, after, _ in line.ops:
            if doc_id is not None:
                before = self.state.tables.get(table, {}).get(int(doc_id))
                for watcher in self.watchers:
                    watcher.changed(table, int(doc_id), before, None if after == NOTHING else after)
        self.state.apply(line)
        if line.schema is not None:
            self._settle(self.state)

    def _load(self) -> None:
        self._journal.close()
        with gc_quiet():
            state = read_state(self.folder, self._check)
        if state.seq < self.state.seq:
            raise DamagedError(
                f"The files in {self.folder} were replaced by older ones: they end with change {state.seq}, and this "
                f"program has seen change {self.state.seq}. Close it and open it again to go on with the older ones."
            )
        if state.edited:
            self._notice(f"{SNAPSHOT} was changed outside advisory. Every record in it was checked and taken over.")
        self._settle(state)

    def _settle(self, state: State) -> None:
        """Take a state over in which any document may be different."""
        if state.schema == SCHEMA:
            state.tables = {name: state.tables.get(name, {}) for name in self._tables} | state.tables
        self.state = state
        self.version += 1
        for watcher in self.watchers:
            watcher.reloaded()

    def _catch_up(self) -> None:
        """Bring memory to where the files are, and the files to the present schema."""
        self._read_rest()
        if self.state.schema != SCHEMA:
            self._carry_over()

    def _carry_over(self) -> None:
        """Bring the files to the present schema: the old ones are whole at each moment until the new ones are."""
        state, path = self.state, self.folder / SNAPSHOT
        carried = msgspec.structs.replace(state)
        self._carry_over_in_memory(carried)  # before anything is written: it refuses what does not fit
        if state.rows > 1 or state.edited or not path.exists():
            self._save()
        kept = f"as they were they are in {backup.keep_before(path, f'schema-{SCHEMA}', state.seq, state.at)}"
        words = f"Records brought from schema {state.schema} to {SCHEMA}"
        self.commit(Line(state.seq + 1, state.at, words, [], schema=SCHEMA))
        self._save()
        self._notice(f"{words}, for this version of advisory; {kept}.")

    def _carry_over_in_memory(self, state: State | None = None) -> None:
        state = state or self.state
        if state.schema != SCHEMA:
            state.carry_over()
            state.check(self._check)
            if state is self.state:
                self._settle(state)

    def _read_rest(self) -> None:
        """Read what is on the disk and not in memory; cut off what a killed process left half written."""
        if self._distrusts:
            self._journal.take_back()
        on_snapshot, on_journal = self._stamps()
        known = self.state.stamps[1]
        size = on_journal[1] if on_journal else 0
        if (
            self._distrusts
            or on_snapshot != self.state.stamps[0]
            or (known is not None and (on_journal is None or on_journal[0] != known[0]))
            or size < self.state.end
        ):
            self._load()
            self._distrusts = False
        elif size == self.state.end:
            return
        self._read_on()

    def _read_on(self) -> None:
        """Take in what follows the part of the journal that is in memory."""
        state = self.state
        start, data = state.end, self._journal.read_from(state.end)
        if not start:
            _, header_row, data = journal.split_header(data)
            start = len(header_row)
        tail = journal.read_lines(data, seed=state.chain, row_number=state.rows + 1)
        self._distrusts = True
        for line in tail.lines:
            self._apply(line)
        state.rows += len(tail.lines) + (start > state.end)
        state.end = start + tail.end
        if tail.torn:
            name = backup.set_aside(self.folder, tail.torn, state.seq + 1)
            self._journal.cut(state.end)
            self._notice(
                f"The last line of {journal.NAME} is not whole, as when the power goes while it is being written. It is "
                f"kept in {name}; every change before it is here."
            )
        state.stamps = state.stamps[0], self._journal.stamp()
        self._distrusts = False

    def _save_when_large(self) -> None:
        on_snapshot = self.state.stamps[0]
        share = on_snapshot[1] // _LARGEST_SHARE if on_snapshot else 0
        if self.state.end <= max(_LARGEST_JOURNAL, share, self._snapshot_waits_until):
            return
        try:
            self._save()
        except (StoreError, OSError):  # the change itself is safe; try again when as much has been added once more
            self._snapshot_waits_until = self.state.end + _LARGEST_JOURNAL
            self.state.stamps = self._stamps()

    def _save(self) -> None:
        """Write the snapshot, move the journal's lines to history, empty the journal: at each moment all is there."""
        state, path = self.state, self.folder / SNAPSHOT
        data = self.dump()
        lines = self._journal.read_from(0)[: state.end]
        backup.keep_pair(path, state.seq, state.at, lines, edited=state.edited)
        remove_leftovers(path)
        write_atomically(path, data, replace=True)
        state.edited = False
        history.archive(self.folder, lines)
        self._journal.cut(0)
        state.end = state.rows = self._snapshot_waits_until = 0
        state.stamps = self._stamps()

    def _open_lock(self) -> KernelLock | None:
        try:
            if os.access(self.folder, os.W_OK):
                return KernelLock(self.folder / LOCK)
        except OSError:
            pass
        self._notice(f"{self.folder} can only be read, so nothing can be changed in it. See to its permissions.")
        return None

    def _notice_older(self) -> None:
        newest = backup.newest(self.folder)
        if newest is not None and newest.seq > self.state.seq:
            self._notice(
                f"{SNAPSHOT} is older than its backups: it ends with change {self.state.seq}, and {newest.name} with "
                f"change {newest.seq}. If that is not what you want, `advisory restore {newest.name}` brings it back."
            )

    def _notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)
