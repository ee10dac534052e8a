"""Purges records: writes every file that holds them anew, beside it, and then puts all of them in place at once."""

from binascii import crc32
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from datetime import datetime
from itertools import chain
from pathlib import Path

import msgspec

from advisory.model import Student, make_id
from advisory.store.codec import KIND_OF
from advisory.store.disk import history, journal, snapshot
from advisory.store.disk.beside import last
from advisory.store.disk.files import read_regular, remove_leftovers, sync_folder, write_over
from advisory.store.disk.open_folder import purged
from advisory.store.disk.open_folder.beginning import finish, highest_seq
from advisory.store.disk.open_folder.ledger import Ledger
from advisory.store.disk.row import Line, encode_header, encode_line, hexed, instant
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.snapshot import Beginning, Documents
from advisory.store.disk.state import SNAPSHOT
from advisory.store.doctor.journal_scan import scan_chain
from advisory.store.errors import DamagedError, Missing, UnfinishedError, WriteError, reason_of
from advisory.store.purged import Purged
from advisory.store.synced import conflict_copies

from .chain import Chains, Rows, end_of, read_rows
from .copies import Copies, documents_in
from .gone import Gone, IsGone, key_of
from .unsaved import SETTINGS, UNREADABLE_SETTINGS, drafts_with, leftovers, settings_without

WORDS = "Records purged"


def purge(
    ledger: Ledger,
    ids: Iterable[str],
    at: datetime,
    is_gone: IsGone | None = None,
    *,
    what: str = WORDS,
    keeps_undo: bool = False,
) -> Purged:
    """Remove records, and what can't exist without them, from every file of the folder.

    Raises Missing for an id that doesn't exist, Refused and Busy like a change, DamagedError if history can't be read at
    all, WriteError if the disk fails; then nothing has changed. Raises UnfinishedError if it is done, but a step after
    it failed, which the next start does.
    """
    with ledger.caught_up():
        try:
            purged.take_back(ledger.folder)
            ledger.save_all()
            purged.put_mark(ledger.folder, purged.NO_CHANGE_YET)
            one = _Purge(ledger, ids, is_gone)
            if one.takes_anything:
                return one.do(what, instant(at), keeps_undo=keeps_undo)
            purged.take_back(ledger.folder)
            return Purged()
        except BaseException as error:
            with suppress(OSError):
                purged.take_back(ledger.folder)
            if not isinstance(error, OSError):
                raise
            raise WriteError(
                f"Nothing was purged, because {ledger.folder} could not be written ({reason_of(error)}). Everything "
                "is as it was. Free up disk space or check the folder, then try again."
            ) from error


def only_in_past(ledger: Ledger, ids: Iterable[str], is_gone: IsGone) -> list[str]:
    """The ids of what a purge of these would also remove, an id once for each record that had it; nothing is written.

    Raises Busy like a change, and DamagedError if history can't be read at all.
    """
    with nullcontext() if ledger.is_read_only else ledger.caught_up():
        gone, copies = Gone(ledger.state.everything, ids), Copies(ledger.folder)
        unsaved = documents_in(read_rows(journal.read_from(ledger.folder / journal.NAME, 0)))
        gone.add_from_past(chain(unsaved, _Past(ledger.folder).documents(), copies.documents()), is_gone)
    return gone.from_past


class _Purge:
    """One purge, from the reading of all files to the moment at which it counts."""

    def __init__(self, ledger: Ledger, ids: Iterable[str], is_gone: IsGone | None) -> None:
        self._ledger, self._folder = ledger, ledger.folder
        tables = ledger.state.everything
        for table, number in map(key_of, ids := list(ids)):
            if number not in tables.get(table, {}):
                raise Missing(f"There is no {KIND_OF[table].noun} {make_id(KIND_OF[table], number)} to purge.")
        self._gone = Gone(tables, ids)
        self._past = _Past(self._folder)
        self._copies = Copies(self._folder)
        if is_gone is not None or any(one.startswith(Student.prefix) for one in ids):
            past = chain(self._past.documents(), self._copies.documents())
            self._gone.add_from_past(past, is_gone or (lambda *_: False))
        self._chains = Chains(self._gone)
        for rows in (*self._past.rows.values(), *self._copies.rows.values()):
            self._chains.add(rows)

    @property
    def takes_anything(self) -> bool:
        """Whether there is anything to take, also of what only the past knows."""
        return self._gone.takes_anything

    def do(self, what: str, at: str, *, keeps_undo: bool) -> Purged:
        """Write everything anew beside the files, then put all of it in place."""
        state, gone = self._ledger.state, self._gone
        tables = gone.tables(state.everything)
        seq, before = highest_seq(self._folder) + 1, self._chains.of((state.seq, state.chain))
        follows = None if seq == state.seq + 1 else state.seq
        schema = None if keeps_undo and follows is None else SCHEMA
        line = Line(seq, at, what, [], schema=schema, follows=follows, purged=len(gone.ids))
        row, line = encode_line(line, before)
        begun = Beginning((encode_header(state.seq, before) + row).decode(), 0, hexed(crc32(b"")))
        data = snapshot.dump(
            tables, seq=seq, chain=int(line.crc, 16), next_ids=state.next_ids, saved=at, beginning=begun,
            aside={table: [one for one in those if one in tables[table]] for table, those in state.aside.items()},
        )  # fmt: skip
        path = self._folder / SNAPSHOT
        done = self._stage(purged.Mark(seq, line.crc, len(gone.ids), at), tables)
        remove_leftovers(path)
        write_over(path, data)
        self._finish(begun)
        last.remember(self._folder, seq, int(line.crc, 16))
        return done

    def _stage(self, mark: purged.Mark, left: dict[str, Documents]) -> Purged:
        """Write beside each file what it is to hold; `left` are the tables of the snapshot."""
        purged.put_mark(self._folder, mark)
        for path, rows in self._past.rows.items():
            if (data := self._chains.written(rows)) != read_regular(path):  # also if some of it could not be read
                purged.stage(path, data)
        for path, data in self._copies.written(self._chains, self._gone):
            purged.stage(path, data)
        drafts = list(drafts_with(self._folder, self._gone.ids, lambda: self._gone.texts(left)))
        for path in (*drafts, *leftovers(self._folder)):
            purged.stage(path, b"")
        self._stage_settings()
        purged.sync_staged(self._folder)
        untouched = [*conflict_copies(self._folder), *map(self._name, self._copies.foreign)]
        removed = tuple(map(self._name, self._copies.lost))
        return Purged(tuple(sorted(self._gone.ids)), len(drafts), removed, tuple(self._past.lost), tuple(untouched))

    def _stage_settings(self) -> None:
        unreadable = self._folder / UNREADABLE_SETTINGS
        path = self._folder / SETTINGS
        with suppress(OSError):
            if any(one.encode() in read_regular(unreadable) for one in self._gone.ids):
                purged.stage(unreadable, b"")
        with suppress(OSError):  # none are there, or no file
            before = read_regular(path)
            if (data := settings_without(before, self._gone.ids)) != before:
                purged.stage(path, data)

    def _finish(self, begun: Beginning) -> None:
        try:
            sync_folder(self._folder)
            finish(self._folder, begun)
            self._ledger.read_again()
        except OSError as error:
            raise UnfinishedError(
                f"{WORDS}, but the last step could not be done ({reason_of(error)}): some copies may still hold their "
                "words. The next start does it; check the disk."
            ) from error

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()


class _Past:
    """The rows of history, file by file. `lost`: the files of which some rows can't be read, and so can't be kept."""

    def __init__(self, folder: Path) -> None:
        self.rows: dict[Path, Rows] = {}
        self.lost: list[str] = []
        if history.is_hidden(folder):
            raise DamagedError(
                f"Something else than a file stands in {history.FOLDER}, so nobody knows what it holds. Nothing has been "
                "changed. Let `advisory doctor --repair` move it away first."
            )
        history.need_listed(folder)
        seed: int | None = None
        for path in history.months(folder):
            data = read_regular(path)
            chain = scan_chain(data, path.name, seed)
            if chain.unreadable or chain.repaired:
                data = b"".join(chain.kept)
            if chain.unreadable:
                self.lost.append(f"{len(chain.unreadable)} in {history.FOLDER}/{path.name}")
            self.rows[path] = read_rows(data, seed)
            seed = end_of(data, seed)

    def documents(self) -> Iterator[tuple[str, int, msgspec.Raw]]:
        """Every document before and after every change."""
        for rows in self.rows.values():
            yield from documents_in(rows)
