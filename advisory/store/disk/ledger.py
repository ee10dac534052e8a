"""Saves changes and closes the folder, with any number of processes, one writing at a time; see `followed` for reading."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from advisory.store.errors import Busy, Refused, StoreError, Unwritable, unusable

from . import backup, history, journal, purged, saving, sentences, snapshot
from .beside import last, unwritten
from .files import make_folder
from .followed import FollowedState
from .lock import PATIENCE, KernelLock
from .outside import edited
from .row import Line, Operation, encode_header, encode_line
from .schema import SCHEMA
from .stamp import stamp
from .state import SNAPSHOT, FindUnusable, State
from .writing import open_lock


class Ledger(FollowedState):
    """The state of a folder. Memory changes only after the disk; if a write fails, the files are read again."""

    def __init__(self, folder: Path, tables: Sequence[str], find_unusable: FindUnusable) -> None:
        super().__init__(folder, tables, find_unusable)
        self.patience = PATIENCE
        self._is_closed = False
        self._lock: KernelLock | None = None
        self._why_not = ""
        self._has_committed = False
        self._save_postponed_until = 0
        try:
            make_folder(folder)
            self._load()
        except OSError as error:
            raise unusable(folder, error) from error
        self._is_unwritten_told = bool(told := unwritten.sentence_in(folder))
        self._notice(told)
        self._notice(sentences.older_than_past(folder, self.state.seq, self.state.chain))
        lock = open_lock(folder)
        if isinstance(lock, str):
            self._why_not = lock
            self._notice(lock)
            self._read_only()
            return
        self._lock = lock
        try:
            self._begin()
        except BaseException:
            lock.close()
            raise

    def _begin(self) -> None:
        """Put the files in order if they need it. If another process holds the lock, or the disk is full, just read."""
        is_purging = purged.mark_in(self.folder) is not None
        if self.state.schema == SCHEMA and not self._has_torn_end and self.state.beginning is None and not is_purging:
            return
        try:
            with self.caught_up(strict=False):
                if is_purging and self.state.beginning is None and purged.take_back(self.folder):
                    self._notice(sentences.PURGE_TAKEN_BACK)
        except Busy:
            if self.state.schema != SCHEMA:
                raise
            self._notice(sentences.held_by_another(self.folder, self.patience))
            self._read_only()

    def _read_only(self) -> None:
        """Go on with what was read, without touching the files."""
        self._migrate_in_memory()
        if self._has_torn_end:
            self._notice(sentences.torn_left_out(self.folder, self.state.seq))

    @property
    def is_read_only(self) -> bool:
        """Whether the folder is read-only."""
        return self._lock is None

    @contextlib.contextmanager
    def caught_up(self, patience: float | None = None, *, strict: bool = True) -> Iterator[None]:
        """Hold the lock, with everything other processes wrote in memory. Raises Refused, Busy or DamagedError.

        Unless `strict`, an incomplete last line that can't be removed is only told of; nothing may be written then.
        """
        if self._is_closed:
            raise Refused(f"{self.folder} is closed, so nothing can be changed in it.")
        if self._lock is None:
            raise Unwritable(self._why_not)
        self._lock.acquire(self.patience if patience is None else patience)
        try:
            try:
                self._catch_up(strict=strict)
            except OSError as error:
                raise unusable(self.folder, error) from error
            yield
        finally:
            self._lock.release()

    def follow(self) -> bool:
        """Pick up what another process wrote; True if there was anything. Without news it costs two stat calls."""
        if not self._must_reload and self._stamps() == self.state.stamps:
            return False
        version = self.version
        if self._lock is None or self._is_closed:
            try:
                self._load()
            except OSError as error:
                raise unusable(self.folder, error) from error
            self._migrate_in_memory()
            return True
        try:
            with self.caught_up(patience=0, strict=False):
                return self.version != version
        except Busy:
            return False  # it is writing right now; the next call will see it

    def commit(self, line: Line) -> None:
        """Write a change to disk, then apply it in memory; only inside caught_up. On WriteError neither has changed."""
        self._append(line)
        self._save_when_large()

    def _append(self, line: Line) -> None:
        state = self.state
        row, line = encode_line(line, state.chain)
        data = row if state.end else encode_header(state.seq, state.chain) + row
        self._must_reload = self._has_committed = True
        written = self._journal.append(state.end, data)
        self._apply(line)
        state.rows += 1 if state.end else 2
        state.end += len(data)
        state.stamps = state.stamps[0], written
        self._must_reload = False
        last.remember(self.folder, state.seq, state.chain)

    def dump(self) -> bytes:
        """The bytes of a snapshot of the current state."""
        state = self.state
        return snapshot.dump(
            state.everything, seq=state.seq, chain=state.chain, next_ids=state.next_ids, saved=state.at,
            schema=state.schema, aside=state.aside,
        )  # fmt: skip

    def replace(self, source: State, words: str, at: str, carried: Sequence[Operation]) -> str:
        """Replace all records, only inside caught_up; the name of the copy that is kept. `carried` is done to them at once."""
        self.save_all()
        from .beginning import replace_all_records

        return replace_all_records(self.folder, source, words, at, keep_as="restore", carried=carried)

    def save_all(self) -> None:
        """Empty the journal, so that a single rename replaces everything; only inside caught_up."""
        if self.state.rows or self.state.edited or self.state.wrong_bit:
            self._save()

    def read_again(self) -> None:
        """Read the files that were replaced under the lock; only inside caught_up."""
        self._must_reload = True
        self._read_new(strict=True)

    def close(self) -> None:
        """Write the snapshot if that is due, and release the folder; closing twice does no harm.

        Whoever only read waits for nobody.
        """
        if self._lock is None or self._is_closed:
            return
        try:
            with self.caught_up(None if self._has_committed else 0, strict=self._has_committed):
                self._save_at_close()
        except Busy as busy:
            if self._has_committed:
                self._notice(f"Every change is safe in {journal.NAME}. {busy}")
        except (StoreError, OSError) as error:
            self._notice(sentences.close_unfinished(self.folder, error))
        finally:
            self._journal.close()
            self._lock.close()
            self._is_closed = True

    def record_edit(self) -> None:
        """Make what was changed outside the program a change of its own, which keeps both texts; only inside caught_up."""
        state = self.state
        if state.edited and not state.is_edit_known:
            state.is_edit_known = True
            operations = edited.made(self.folder, state)
            if operations:
                self._append(edited.as_change(state, operations))

    def _catch_up(self, *, strict: bool = True) -> None:
        """Bring memory up to date with the files, and the files to the current schema."""
        self._read_new(strict=strict)
        if self.state.schema != SCHEMA:
            self._migrate()

    def _migrate(self) -> None:
        """Migrate the files to the current schema; at every moment either the old or the new ones are whole."""
        state, path = self.state, self.folder / SNAPSHOT
        carried = msgspec.structs.replace(state)
        # first, because it raises DamagedError for what does not fit before anything is written
        self._migrate_in_memory(carried)
        if state.rows > 1 or state.edited or state.wrong_bit or not path.exists():
            self._save()
        kept = f"the old ones are kept in {backup.keep_before(path, f'schema-{SCHEMA}', state.seq, state.at)}"
        words = f"Records brought from schema {state.schema} to {SCHEMA}"
        self.commit(Line(state.seq + 1, state.at, words, [], schema=SCHEMA))
        self._save()
        self._notice(f"{words}, for this version of advisory; {kept}.")

    def _save_at_close(self) -> None:
        """Write the snapshot, or leave the journal beside it if it holds little; then history has its rows as well."""
        state = self.state
        if self._has_torn_end or state.beginning is not None:
            return  # the disk would not let go of it, and a snapshot without its beginning would not fit the old journal
        if (
            state.edited
            or state.wrong_bit
            or (state.rows > 1 and saving.is_due_at_close(self._snapshot_size, state.end))
        ):
            try:
                self._save()
            except (StoreError, OSError) as error:
                if stamp(self._snapshot_path) != state.stamps[0]:
                    raise  # it is written, and only what comes after it failed
                remembered = unwritten.remember(self.folder, error)
                if not self._is_unwritten_told:
                    self._notice(remembered)
                elif self._has_committed:  # or what was told at the start still holds, to the letter
                    self._notice(unwritten.again(error))
                return
        elif self._has_committed:
            history.archive(self.folder, self._journal.read_from(0)[: state.end])
        unwritten.forget(self.folder)

    def _save_when_large(self) -> None:
        if self.state.end <= self._save_postponed_until or not saving.is_due_at_once(
            self._snapshot_size, self.state.end
        ):
            return
        try:
            self._save()
        except (StoreError, OSError):  # the change itself is safe; try again after as much new data
            self._save_postponed_until = self.state.end + saving.LARGEST_JOURNAL
            self.state.stamps = self._stamps()

    @property
    def _snapshot_size(self) -> int:
        on_snapshot = self.state.stamps[0]
        return on_snapshot[1] if on_snapshot else 0

    def _save(self) -> None:
        """Write the snapshot, move the journal's rows to history and empty the journal; no moment loses anything."""
        self.record_edit()
        state, lines = self.state, self._journal.read_from(0)[: self.state.end]
        path, is_odd = self.folder / SNAPSHOT, self.state.edited or bool(self.state.wrong_bit)
        saving.write_snapshot(path, self.dump(), lines, seq=state.seq, at=state.at, edited=is_odd)
        state.edited, state.wrong_bit = False, ""
        self._journal.cut(0)
        state.end = state.rows = self._save_postponed_until = 0
        state.stamps = self._stamps()
        backup.tidy(self.folder)
