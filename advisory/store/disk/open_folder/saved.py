"""Writes changes into the journal, and the snapshot when that is due; only while the lock is held."""

from collections.abc import Sequence
from pathlib import Path

from advisory.store.disk import backup, history, snapshot
from advisory.store.disk.beside import last, unwritten
from advisory.store.disk.outside import edited
from advisory.store.disk.row import Line, Operation, encode_header, encode_line
from advisory.store.disk.stamp import stamp
from advisory.store.disk.state import SNAPSHOT, FindUnusable, State
from advisory.store.errors import StoreError

from . import saving
from .followed import FollowedState


class SavedState(FollowedState):
    """The state whose changes are on the disk before they are in memory; if a write fails, the files are read again."""

    def __init__(self, folder: Path, tables: Sequence[str], find_unusable: FindUnusable) -> None:
        super().__init__(folder, tables, find_unusable)
        self._has_committed = self._is_unwritten_reported = False
        self._save_postponed_until = 0

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

    def record_edit(self) -> None:
        """Make what was changed outside the program a change of its own, which keeps both texts; only inside caught_up."""
        state = self.state
        if state.edited and not state.is_edit_known:
            state.is_edit_known = True
            operations = edited.made(self.folder, state)
            if operations:
                self._append(edited.as_change(state, operations))

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
                if not self._is_unwritten_reported:
                    self._notice(remembered)
                elif self._has_committed:  # or what was said at the start still holds, word for word
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

    def _report_unwritten(self) -> None:
        """Tell of a snapshot that an earlier close could not write."""
        told = unwritten.sentence_in(self.folder)
        self._is_unwritten_reported = bool(told)
        self._notice(told)
