"""Reads the snapshot and the journal as far as possible, and finds second copies of the records."""

import functools
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from advisory.store.disk import backup, history, journal, packed, snapshot
from advisory.store.disk.journal import read_from, split_header
from advisory.store.disk.not_a_snapshot import need_known
from advisory.store.disk.outside.edited import read_by_copies
from advisory.store.disk.schema import FORMAT, SCHEMA
from advisory.store.disk.snapshot import Beginning, fits
from advisory.store.disk.state import SNAPSHOT, State, read_files
from advisory.store.disk.wrong_bit import snapshot_put_right
from advisory.store.errors import DamagedError, NewerError, OddError, StoreError
from advisory.store.usable import find_unusable

from .choice import Choice, choose
from .graph import NO_CHANGE, Graph, Node, Step
from .journal_scan import Chain, scan_chain
from .snapshot_scan import Scan, scan_snapshot
from .sources import gather, gather_pair

Key = tuple[str, int]
_MOST_ALIKE = 0.5


class Look(msgspec.Struct):
    """What was read. `snapshot` is None if the file is missing; `belongs`: the journal follows the snapshot.

    `refusal` is the error of the normal, strict reader; empty if it accepts the files: then `opens_at` is where they end.
    `wrong_bit`: the line of the snapshot in which one bit was wrong, which is right here; 0 if none. `is_instead`: the snapshot is not the one in the folder, but made of other files.
    `unfinished`: the last restore, repair or purge was stopped behind its rename; what it still has to do.
    """

    folder: Path
    snapshot: Scan | None
    chain: Chain
    journal_data: bytes
    choice: Choice
    belongs: bool = True
    refusal: str = ""
    opens_at: Node | None = None
    is_instead: bool = False
    wrong_bit: int = 0
    unfinished: Beginning | None = None

    @property
    def is_readable(self) -> bool:
        """Whether there is a snapshot of which anything can be read, or none is needed."""
        if self.snapshot is None:
            return not self.needs_snapshot
        return self.snapshot.meta is not None or any(placed.kind for placed in self.snapshot.documents)

    @property
    def needs_snapshot(self) -> bool:
        """Whether there must have been a snapshot."""
        if self.chain.headers:
            return bool(self.chain.headers[0].base)
        return bool(backup.pairs(self.folder) or history.months(self.folder))

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


def look_at(folder: Path) -> Look:
    """Read all files. Raises NewerError for a newer program's files, OSError if a file can't be read at all."""
    path = folder / SNAPSHOT
    data = packed.read_whatever(path) if path.is_file() else None
    return _looked(folder, data, read_from(folder / journal.NAME, 0), gather(folder), (path, folder / journal.NAME))


def look_at_pair(snapshot_file: Path, journal_file: Path) -> Look:
    """Read a snapshot and a journal of any name, by themselves; either may be missing. Raises like look_at."""
    there = [path for path in (snapshot_file, journal_file) if path.is_file()]
    files = {path: packed.read_whatever(path) for path in there}
    rows = files.get(journal_file, b"")
    return _looked(
        snapshot_file.parent,
        files.get(snapshot_file),
        rows,
        gather_pair(snapshot_file, rows),
        (snapshot_file, journal_file),
    )


def _looked(folder: Path, data: bytes | None, rows: bytes, graph: Graph, pair: tuple[Path, Path]) -> Look:
    state, refusal = _strictly_read(folder, pair)
    is_edited = state is not None and not state.wrong_bit
    put_right = None if not data or fits(data) or is_edited else snapshot_put_right(data)
    scan = None if data is None else scan_snapshot(put_right[0] if put_right else data, SNAPSHOT)
    meta = scan.meta if scan else None
    if meta and (meta.format > FORMAT or meta.schema > SCHEMA):
        need_known(meta.format, meta.schema, meta.needs, SNAPSHOT)
    try:
        split_header(rows[: rows.find(b"\n") + 1])
    except NewerError:
        raise
    except DamagedError:
        pass  # the findings will describe it
    begun = (meta.beginning or None) if meta else None
    is_old = begun is not None and begun.has_replaced(rows)
    rows = b"" if is_old else rows  # the next start empties it
    look = Look(folder, scan, scan_chain(rows, journal.NAME, _chain_of(scan)), rows, Choice(graph))
    look.wrong_bit = data.count(b"\n", 0, put_right[1]) + 1 if data and put_right else 0
    if is_old or (meta and (meta.seq, int(meta.chain, 16)) not in graph.archived):
        look.unfinished = begun
    look.belongs = _belongs(look)
    look.refusal = refusal
    look.opens_at = (state.seq, state.chain) if state else None
    base = _base(look)
    usable = (scan or Scan(None, [], [], fits=True)) if look.is_readable else None
    look.choice = choose(graph, usable, base, opens=not look.refusal)
    return look


def _strictly_read(folder: Path, pair: tuple[Path, Path]) -> tuple[State | None, str]:
    """What the normal reader makes of the files, or None and why it refuses them."""
    try:
        return read_by_copies(folder, functools.partial(read_files, *pair, find_unusable)), ""
    except DamagedError as error:
        return None, str(error).partition(". ")[0]
    except OddError as error:
        return None, str(error.strerror)


def instead_of(look: Look, state: State) -> Look:
    """The same, as if these records were those in the snapshot."""
    data = snapshot.dump(
        state.everything, seq=state.seq, chain=state.chain, next_ids=state.next_ids, saved=state.at, schema=state.schema
    )
    node = state.seq, state.chain
    loose = [step for step in look.choice.loose if step.line.seq > state.seq]
    choice = msgspec.structs.replace(look.choice, base=node, tip=node, path=(), loose=loose)
    return msgspec.structs.replace(look, snapshot=scan_snapshot(data, SNAPSHOT), choice=choice, is_instead=True)


def _base(look: Look) -> Node | None:
    """The node of the snapshot.

    If it is damaged, its checksum or its number alone may tell, or else the journal, or the records it holds: metadata that
    can't be read are no sign of another history.
    """
    graph, scan = look.choice.graph, look.snapshot
    known = {*graph.step_to, *(step.before for step in graph.step_to.values())}
    if scan is None or scan.meta is None:
        for header in look.chain.headers:
            return header.base, int(header.chain, 16)
        return NO_CHANGE if scan is None else _most_alike(graph, scan)
    node = scan.meta.seq, int(scan.meta.chain, 16)
    if node in known or scan.fits:
        return node
    alike = [one for one in known if one[1] == node[1]] or [one for one in known if one[0] == node[0]]
    return alike[0] if len(alike) == 1 else _most_alike(graph, scan) or node


def _most_alike(graph: Graph, scan: Scan) -> Node | None:
    """The end of a history, or the node of a backup, whose records are most like those in a snapshot.

    None unless more than half of all records are the same: what has less in common may be of another history.
    """
    here = {(one.table, one.key): one.document for one in scan.documents if one.key is not None}
    found: list[tuple[float, Node]] = []
    for node in {*graph.ends(), *graph.starts}:
        built = graph.whole(node)
        if built is not None and built[0].schema == SCHEMA:
            there = _documents(built[0])
            same = sum(here.get(key) == document for key, document in there.items())
            found.append((same / max(1, len({*here, *there})), node))
    share, best = max(found, default=(0.0, NO_CHANGE))
    return best if share > _MOST_ALIKE else None


def _chain_of(scan: Scan | None) -> int | None:
    return int(scan.meta.chain, 16) if scan and scan.meta else None


def _belongs(look: Look) -> bool:
    """Whether the journal continues the snapshot, by checksum, or by number where a checksum is damaged."""
    scan = look.snapshot
    header = look.chain.headers[0] if look.chain.headers else None
    if header is None:
        return True
    if scan is None:
        return not header.base
    if scan.meta is None:
        return True
    meta, chain = scan.meta, int(scan.meta.chain, 16)
    if (header.base, int(header.chain, 16)) == (meta.seq, chain):
        return True
    for change in look.chain.changes:
        if change.is_certain and (change.seed == chain or int(change.line.crc, 16) == chain):
            return True
    is_damaged = not scan.fits or bool(look.chain.unreadable)
    last = max((change.line.seq for change in look.chain.changes), default=header.base)
    return is_damaged and header.base <= meta.seq <= last


def second_copy(look: Look) -> dict[Key, dict[str, Any]]:
    """The documents the snapshot should hold, in the current schema, from backups and history; of later ones if need be."""
    base, meta = look.choice.base, look.snapshot.meta if look.snapshot else None
    for node in (base, look.choice.tip):
        built = look.choice.graph.whole(node) if node else None
        if built is not None:
            with suppress(StoreError):
                return _documents(migrated(built[0]))
    for pair in reversed(backup.pairs(look.folder)):
        if base is None or pair.seq == base[0]:
            with suppress(StoreError):
                return _documents(migrated(read_files(pair.path, pair.journal, find_unusable)))
    if meta is not None and base is not None and meta.schema == SCHEMA:
        steps = [
            look.choice.graph.step_to[node]
            for node in look.choice.graph.back_from(base)
            if node in look.choice.graph.step_to
        ]
        return _documents(partial(steps[::-1]))
    return {}


def newest_copy(look: Look) -> tuple[State, str] | None:
    """The records chosen, or else as many as history holds, and where they are from; None if there are none."""
    if look.choice.taken is not None:
        return look.choice.taken, listed(look.choice.came_from)
    steps = look.choice.loose
    state = partial(steps)
    if not any(state.tables.values()):
        return None
    names = listed(sorted({step.where for step in steps}))
    return state, f"{names}, which begins with change {steps[0].line.seq}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def migrated(state: State) -> State:
    """The state in the current schema. Raises DamagedError for a document that can't be brought to it."""
    state = msgspec.structs.replace(state, tables=dict(state.tables), next_ids=dict(state.next_ids))
    state.migrate()
    return state


def partial(steps: Sequence[Step]) -> State:
    """The records that some changes hold, the oldest first, though others before or between them are missing.

    What a beginning, such as a migration, has left behind is of another schema, or was put aside.
    """
    state = State({}, {})
    for step in steps:
        if step.line.schema is not None:
            state.tables = {}
        state.apply(msgspec.structs.replace(step.line, schema=None))
    return state


def _documents(state: State) -> dict[Key, dict[str, Any]]:
    return {
        (table, number): msgspec.json.decode(raw)
        for table, documents in state.tables.items()
        for number, raw in documents.items()
    }
