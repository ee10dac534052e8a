"""Keeps the state in memory up with the files: reads what other processes wrote, and puts unfinished ends in order."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from advisory.store.disk import backup, history, journal
from advisory.store.disk.collector import garbage_collection_paused
from advisory.store.disk.journal import Journal
from advisory.store.disk.outside import edited
from advisory.store.disk.row import Line
from advisory.store.disk.stamp import Stamp, stamp
from advisory.store.disk.state import SNAPSHOT, FindUnusable, read_state
from advisory.store.errors import DamagedError, unusable

from . import purged, sentences
from .held import HeldState


class FollowedState(HeldState):
    """The state in memory and the files it came from. `_read_new` may cut the journal: only call it holding the lock."""

    def __init__(self, folder: Path, tables: Sequence[str], find_unusable: FindUnusable) -> None:
        super().__init__(tables, find_unusable)
        self.folder = folder
        self._must_reload = False  # True after a failed write, until the files are read again
        self._journal = Journal(folder / journal.NAME)
        self._snapshot_path = str(folder / SNAPSHOT)

    def changes_backwards(self) -> Iterator[Line]:
        """Every change that led to the current state, newest first, from the journal and then from history."""
        try:
            journal_data = self._journal.read_from(0)
        except OSError as error:
            raise unusable(self.folder, error) from error
        return history.changes_backwards(self.folder, journal_data, seq=self.state.seq, chain=self.state.chain)

    def what_history_lacks(self) -> str:
        """A sentence about the newest change that led to the current state and is in no file that can be read; or ""."""
        state, rows = self.state, self._journal.read_from(0)
        gap = history.missing_before(self.folder, rows, seq=state.seq, chain=state.chain)
        return sentences.lacking(gap, is_hidden=history.is_hidden(self.folder)) if gap else ""

    @property
    def _has_torn_end(self) -> bool:
        on_journal = self.state.stamps[1]
        return on_journal is not None and on_journal[1] > self.state.end and not self.state.has_old_journal

    def _stamps(self) -> tuple[Stamp | None, Stamp | None]:
        return stamp(self._snapshot_path), self._journal.stamp()

    def _load(self) -> None:
        self._journal.close()
        with garbage_collection_paused():
            state = edited.read_by_copies(self.folder, partial(read_state, self.folder, self._find_unusable))
        if state.beginning is not None:
            from .beginning import is_finished

            if is_finished(self.folder, state):
                state.beginning = None  # nobody has to wait for the lock
        if state.seq < self.state.seq:
            raise DamagedError(sentences.replaced_by_older(self.folder, state.seq, self.state.seq))
        for sentence in edited.describe_edit(self.folder, state, self._find_unusable) if state.edited else ():
            self._notice(sentence)
        self._adopt(state)
        if state.wrong_bit:
            self._notice(sentences.one_wrong_bit(state.wrong_bit))

    def _read_new(self, *, strict: bool) -> None:
        """Read what is new on disk, and cut off what a killed process left half written."""
        if self._must_reload:
            self._journal.take_back()
        on_snapshot, on_journal = self._stamps()
        known = self.state.stamps[1]
        size = on_journal[1] if on_journal else 0
        if (
            self._must_reload
            or on_snapshot != self.state.stamps[0]
            or (known is not None and (on_journal is None or on_journal[0] != known[0]))
            or size < self.state.end
        ):
            self._load()
            self._must_reload = False
        elif size == self.state.end and self.state.beginning is None:
            return
        if self._is_begun(strict=strict):
            self._read_appended(strict=strict)

    def _is_begun(self, *, strict: bool) -> bool:
        """Do what a restore or a repair left undone when it was stopped after its rename; return whether all is done."""
        if self.state.beginning is None:
            return True
        from .beginning import finish, is_of_purge

        try:
            mark = purged.mark_in(self.folder) if is_of_purge(self.folder, self.state.beginning) else None
            finish(self.folder, self.state.beginning)
        except OSError as error:
            if strict:
                raise
            self._notice(sentences.begun_stuck(error))
            return not self.state.has_old_journal
        self.state.beginning, self.state.has_old_journal = None, False
        self._notice(sentences.purge_finished(mark.records) if mark else "")
        return True

    def _read_appended(self, *, strict: bool) -> None:
        """Apply the part of the journal that is not in memory yet."""
        state = self.state
        start, data = state.end, self._journal.read_from(state.end)
        if not start:
            _, header_row, data = journal.split_header(data)
            start = len(header_row)
        tail = journal.read_lines(data, seed=state.chain, row_number=state.rows + 1)
        self._must_reload = True
        for line in tail.lines:
            self._apply(line)
        state.rows += len(tail.lines) + (start > state.end)
        state.end = start + tail.end
        state.stamps = state.stamps[0], self._journal.stamp()
        self._must_reload = False
        if not tail.torn:
            return
        try:
            name = backup.set_aside(self.folder, tail.torn, state.seq + 1)
            self._journal.cut(state.end)
        except OSError as error:
            if strict:
                raise
            self._notice(sentences.torn_stuck(error))
            return
        state.stamps = state.stamps[0], self._journal.stamp()
        self._notice(sentences.torn_kept(name))
