"""Opens and closes a folder, with any number of processes, one writing at a time; `followed` reads it, `saved` writes it."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from advisory.store.disk import backup
from advisory.store.disk.files import make_folder
from advisory.store.disk.lock import PATIENCE, KernelLock
from advisory.store.disk.row import Line
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.state import SNAPSHOT, FindUnusable
from advisory.store.disk.writing import open_lock
from advisory.store.errors import Busy, Refused, StoreError, Unwritable, unusable

from . import purged, sentences
from .saved import SavedState


class Ledger(SavedState):
    """The state of an open folder, and its lock."""

    def __init__(self, folder: Path, tables: Sequence[str], find_unusable: FindUnusable) -> None:
        super().__init__(folder, tables, find_unusable)
        self.patience = PATIENCE
        self._is_closed = False
        self._lock: KernelLock | None = None
        self._why_not = ""
        try:
            make_folder(folder)
            self._load()
        except OSError as error:
            raise unusable(folder, error) from error
        self._report_unwritten()
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

        Unless `strict`, an incomplete last line that can't be removed is only reported; nothing may be written then.
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
        except Busy:
            if self._has_committed:
                self._notice(sentences.close_beside_another(self.folder))
        except (StoreError, OSError) as error:
            self._notice(sentences.close_unfinished(self.folder, error))
        finally:
            self._journal.close()
            self._lock.close()
            self._is_closed = True

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
