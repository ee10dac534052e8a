"""Reads the snapshot and the journal as far as possible, and finds second copies of the records."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from advisory.store.disk import backup, history, journal, packed
from advisory.store.disk.journal import read_from, rows_of, split_header
from advisory.store.disk.row import NOTHING, Misfit, read_line, seed_after
from advisory.store.disk.schema import FORMAT, SCHEMA
from advisory.store.disk.snapshot import need_known
from advisory.store.disk.state import SNAPSHOT, State, read_files
from advisory.store.errors import DamagedError, NewerError, StoreError
from advisory.store.restore import read_backup
from advisory.store.usable import find_unusable

from .journal_scan import Chain, scan_chain
from .snapshot_scan import Scan, scan_snapshot

Key = tuple[str, int]


class Look(msgspec.Struct):
    """What was read. `snapshot` is None if the file is missing; `belongs`: the journal follows the snapshot.

    `refusal` is the error of the normal, strict reader; empty if it accepts the files.
    """

    folder: Path
    snapshot: Scan | None
    chain: Chain
    journal_data: bytes
    belongs: bool = True
    refusal: str = ""

    @property
    def seq(self) -> int | None:
        """The last change in the snapshot; None if that can't be read."""
        return self.snapshot.meta.seq if self.snapshot and self.snapshot.meta else None

    @property
    def schema(self) -> int:
        """The schema of the documents in the snapshot, or if that can't be read, in the journal."""
        if self.snapshot and self.snapshot.meta:
            return self.snapshot.meta.schema
        return self.chain.headers[0].schema if self.chain.headers else SCHEMA

    @property
    def is_older(self) -> bool:
        """Whether the documents have an older schema."""
        return self.schema < SCHEMA


def look_at(folder: Path, *, instead: bytes | None = None) -> Look:
    """Read both files; `instead` replaces the content of the snapshot.

    Raises NewerError for a newer program's files, OSError if a file can't be read at all.
    """
    path = folder / SNAPSHOT
    data = instead if instead is not None else packed.read_whatever(path) if path.exists() else None
    scan = None if data is None else scan_snapshot(data, SNAPSHOT)
    if scan and scan.meta and (scan.meta.format > FORMAT or scan.meta.schema > SCHEMA):
        need_known(scan.meta.format, scan.meta.schema, scan.meta.needs, SNAPSHOT)
    rows = read_from(folder / journal.NAME, 0)
    try:
        split_header(rows[: rows.find(b"\n") + 1])
    except NewerError:
        raise
    except DamagedError:
        pass  # the findings will describe it
    look = Look(folder, scan, scan_chain(rows, journal.NAME, _chain_of(scan)), rows)
    look.belongs = _belongs(look)
    try:
        if instead is None:
            read_files(path, folder / journal.NAME, find_unusable)
    except DamagedError as error:
        look.refusal = str(error).partition(". ")[0]
    return look


def _chain_of(scan: Scan | None) -> int | None:
    return int(scan.meta.chain, 16) if scan and scan.meta else None


def _belongs(look: Look) -> bool:
    """Whether the journal continues the snapshot, by checksum, or by number where a checksum is damaged."""
    meta = look.snapshot.meta if look.snapshot else None
    header = look.chain.headers[0] if look.chain.headers else None
    if header is None or meta is None:
        return not look.journal_data or look.snapshot is not None or header is None or not header.base
    chain = int(meta.chain, 16)
    if (header.base, int(header.chain, 16)) == (meta.seq, chain):
        return True
    for change in look.chain.changes:
        if change.is_certain and (change.seed == chain or int(change.line.crc, 16) == chain):
            return True
    is_damaged = bool(look.snapshot and not look.snapshot.fits) or bool(look.chain.unreadable)
    last = max((change.line.seq for change in look.chain.changes), default=header.base)
    return is_damaged and header.base <= meta.seq <= last


def second_copy(look: Look) -> dict[Key, dict[str, Any]]:
    """The documents the snapshot should hold, in the current schema, from the newest backup or from history."""
    seq, meta = look.seq, look.snapshot.meta if look.snapshot else None
    for pair in reversed(backup.pairs(look.folder)):
        if seq is None or pair.seq == seq:
            with suppress(StoreError):
                return _documents(read_backup(pair.path))
    if meta is not None and meta.schema == SCHEMA:
        return _documents(from_history(look.folder, meta.seq, int(meta.chain, 16)))
    return {}


def newest_copy(look: Look) -> tuple[State, str] | None:
    """The records in the newest good backup, or else in history, and where they are from; None if there are none."""
    for pair in reversed(backup.pairs(look.folder)):
        with suppress(StoreError):
            return read_backup(pair.path), pair.name
    ends = [(header.base, int(header.chain, 16)) for header in look.chain.headers[:1]]
    for path in reversed(history.months(look.folder)):
        rows = [row for row in rows_of(path.read_bytes()) if row.endswith(b"\n")]
        with suppress(Misfit):
            ends.append((read_line(rows[-1]).seq, seed_after(rows[-1]) or 0) if rows else (0, 0))
            break
    for seq, chain in ends:
        state = from_history(look.folder, seq, chain)
        if any(state.tables.values()):
            return state, history.FOLDER
    return None


def from_history(folder: Path, seq: int, chain: int) -> State:
    """The records after change `seq`, from history, as far back as its changes have the current schema."""
    newest: dict[Key, msgspec.Raw] = {}
    at = ""
    with suppress(StoreError):  # take as much as can be read
        for line in history.changes_backwards(folder, b"", seq=seq, chain=chain):
            at = at or line.at
            if line.schema is not None:
                break
            for table, doc_id, after, _ in line.ops:
                if doc_id is not None:
                    newest.setdefault((table, int(doc_id)), after)
    state = State({}, {}, seq=seq, chain=chain, at=at)
    for (table, number), raw in newest.items():
        if raw != NOTHING:
            state.tables.setdefault(table, {})[number] = raw
        state.next_ids[table] = max(state.next_ids.get(table, 1), number + 1)
    return state


def _documents(state: State) -> dict[Key, dict[str, Any]]:
    return {
        (table, number): msgspec.json.decode(raw)
        for table, documents in state.tables.items()
        for number, raw in documents.items()
    }
