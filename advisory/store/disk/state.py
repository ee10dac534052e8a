"""The tables as the files describe them at one moment, and how far the journal has been read."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
from msgspec import UNSET

from advisory.store.errors import DamagedError

from . import journal, packed, snapshot
from .journal import read_from, read_lines, split_header
from .row import NOTHING, Line, Operation
from .schema import SCHEMA
from .snapshot import Beginning, Documents
from .stamp import Stamp, stamp

SNAPSHOT = "advisory.json"
Key = tuple[str, int]
"""The table and the number of a document."""
FindUnusable = Callable[[Mapping[str, Documents]], dict[Key, str]]
"""From all tables: which documents can't be used, and why."""
_ATTEMPTS = 20


class State(msgspec.Struct):
    """The tables after change `seq`. `end` and `rows`: how many bytes and rows of the journal they include.

    `schema` is that of the documents; it may be an older one until they are migrated. `aside` are the documents that
    can't be used, which `tables` lacks and the next snapshot has again, and `why` says why each of them can't;
    `has_aside`: the snapshot read had some. `wrong_bit`: where a single bit of the file was wrong, which `tables` have
    right; `is_edit_known`: what was `edited` is a change in the journal now. `beginning`: how the snapshot replaced all
    records, until all of that is known to be done; `has_old_journal`: the journal is still the one from before.
    """

    tables: dict[str, Documents]
    next_ids: dict[str, int]
    seq: int = 0
    chain: int = 0
    at: str = ""
    end: int = 0
    rows: int = 0
    edited: bool = False
    schema: int = SCHEMA
    stamps: tuple[Stamp | None, Stamp | None] = (None, None)
    has_aside: bool = False
    wrong_bit: str = ""
    is_edit_known: bool = False
    beginning: Beginning | None = None
    has_old_journal: bool = False
    aside: dict[str, Documents] = {}
    why: dict[Key, str] = {}

    @property
    def everything(self) -> dict[str, Documents]:
        """The tables as they belong in a snapshot: with the documents set aside."""
        names = dict.fromkeys([*self.tables, *self.aside])
        return {name: {**self.tables.get(name, {}), **self.aside.get(name, {})} for name in names}

    def set_aside(self, why: Mapping[Key, str]) -> None:
        """Take documents out of the tables and keep them aside; `why` says why each can't be used."""
        for (table, number), reason in why.items():
            self.aside.setdefault(table, {})[number] = self.tables[table].pop(number)
            self.why[table, number] = reason

    def apply(self, line: Line) -> None:
        """Apply a change."""
        if line.schema is not None:
            self.migrate(line.schema)
        for operation in line.ops:
            self.put(operation)
        self.seq, self.chain, self.at = line.seq, int(line.crc, 16), line.at

    def migrate(self, schema: int = SCHEMA) -> None:
        """Migrate the documents to a newer schema, in memory. Raises DamagedError if one can't be migrated."""
        if self.schema < schema:
            from .migration import migrate

            try:
                self.tables = migrate(self.tables, self.schema, schema)
            except ValueError as error:
                raise DamagedError(
                    f"{SNAPSHOT} is of schema {self.schema}, and {error}. Nothing has been changed."
                ) from None
            for table, documents in self.tables.items():
                self.next_ids[table] = max([self.next_ids.get(table, 1), *(number + 1 for number in documents)])
            self.schema = schema

    def put(self, operation: Operation) -> None:
        """Apply one operation."""
        table, doc_id, after, _ = operation
        if doc_id is None:
            if after == NOTHING:
                self.tables.pop(table, None)
                self.next_ids.pop(table, None)  # a new table of the same name counts from 1 again
            else:
                self.tables.setdefault(table, {})
            return
        number = int(doc_id)
        if number >= self.next_ids.get(table, 1):
            self.next_ids[table] = number + 1
        if self.why.pop((table, number), None):
            del self.aside[table][number]
        if after == NOTHING:
            self.tables.setdefault(table, {}).pop(number, None)
        else:
            self.tables.setdefault(table, {})[number] = after


def read_state(folder: Path, find_unusable: FindUnusable, *, put_right: bool = True) -> State:
    """Read both files without locking or changing them; if another process writes meanwhile, read again.

    `put_right` as in `read_files`. Raises DamagedError for files that are damaged or don't belong together.
    """

    def stamps_now() -> tuple[Stamp | None, Stamp | None]:
        return stamp(str(folder / SNAPSHOT)), stamp(str(folder / journal.NAME))

    for attempt in range(_ATTEMPTS):
        before = stamps_now()
        try:
            pair = folder / SNAPSHOT, folder / journal.NAME
            state = read_files(*pair, find_unusable, lazy=True, put_right=put_right)
        except DamagedError:
            if stamps_now() == before or attempt == _ATTEMPTS - 1:
                raise
            continue
        state.stamps = before
        if stamps_now() == before:
            break
    return state


def read_files(
    snapshot_file: Path,
    journal_file: Path,
    find_unusable: FindUnusable,
    *,
    lazy: bool = False,
    put_right: bool = True,
) -> State:
    """The state in a snapshot and a journal of any name; `lazy` as in `snapshot.parse`.

    `put_right`: whether a wrong bit that the checksum reveals is put right, or all is read as it stands. If the
    snapshot was edited, or holds documents set aside earlier, those that can't be used are set aside.
    """
    state = _read_with_journal(snapshot_file, journal_file, lazy=lazy, put_right=put_right)
    if (state.edited or state.has_aside) and state.schema == SCHEMA:  # an older one is looked at after its migration
        state.set_aside(find_unusable(state.tables))
    return state


def _read_with_journal(snapshot_file: Path, journal_file: Path, *, lazy: bool, put_right: bool) -> State:
    state = _read_snapshot(snapshot_file, lazy=lazy, put_right=put_right)
    data = packed.read(journal_file) if journal_file.suffix == packed.SUFFIX else read_from(journal_file, 0)
    if state is not None and state.beginning is not None and state.beginning.has_replaced(data):
        state.has_old_journal = True
        return state
    header, header_row, rest = split_header(data)
    if state is None:
        if header is None:
            _refuse_emptied(snapshot_file.parent)
        elif header.base:
            raise DamagedError(
                f"{SNAPSHOT} is missing: {journal.NAME} follows its change {header.base}. Put the newest copy from "
                "backups in its place. Nothing has been changed."
            )
        state = State({}, {}, schema=header.schema if header else SCHEMA)
    if header is None:
        return state
    chain = int(header.chain, 16)
    if header.base > state.seq:
        raise DamagedError(
            f"{SNAPSHOT} is older than {journal.NAME}: it ends with change {state.seq}, and the journal follows change "
            f"{header.base}. Put back the {SNAPSHOT} that belongs to it. Nothing has been changed."
        )
    tail = read_lines(rest, seed=chain, row_number=2)
    chains = {header.base: chain} | {line.seq: int(line.crc, 16) for line in tail.lines}
    if chains.get(state.seq) != state.chain:
        raise DamagedError(
            f"{journal.NAME} and {SNAPSHOT} do not belong together: they come from two different histories. Put "
            "back the file that was here before, or move the journal away. Nothing has been changed."
        )
    state.end, state.rows = len(header_row) + tail.end, 1 + len(tail.lines)
    newer = [line for line in tail.lines if line.seq > state.seq]  # after a crash, old lines may still be there
    if newer and header.schema != (newer[0].schema or state.schema):
        raise DamagedError(
            f"{journal.NAME} and {SNAPSHOT} do not belong together: their records are of schema {header.schema} and "
            f"{state.schema}. Put back the file that was here before. Nothing has been changed."
        )
    for line in newer:
        state.apply(line)
    return state


def _read_snapshot(file: Path, *, lazy: bool, put_right: bool) -> State | None:
    try:
        data = packed.read(file)
    except FileNotFoundError:
        return None
    found, wrong_bit = _parse(data, file.name, lazy=lazy, put_right=put_right)
    meta = found.meta
    next_ids = dict(meta.next)
    if found.edited and meta.schema == SCHEMA:
        for table, documents in found.tables.items():
            next_ids[table] = max([next_ids.get(table, 1), *(number + 1 for number in documents)])
    return State(
        found.tables, next_ids, seq=meta.seq, chain=int(meta.chain, 16), at=meta.saved, edited=found.edited,
        schema=meta.schema, has_aside=meta.aside is not UNSET, wrong_bit=wrong_bit, beginning=meta.beginning or None,
    )  # fmt: skip


def _parse(data: bytes, name: str, *, lazy: bool, put_right: bool) -> tuple[snapshot.Snapshot, str]:
    """Parse a snapshot; a single wrong bit is put right, and its line returned, if the checksum is right then."""
    try:
        found = snapshot.parse(data, name, lazy=lazy)
        if not found.edited:
            return found, ""
        refusal = None
    except DamagedError as error:
        refusal = error
    if put_right:
        from .wrong_bit import snapshot_put_right

        if one_bit := snapshot_put_right(data):
            right, at = one_bit
            line = data.count(b"\n", 0, at) + 1
            return snapshot.parse(right, name), f"line {line}"
    if refusal is not None:
        raise refusal
    return found, ""


def _refuse_emptied(folder: Path) -> None:
    """Raise DamagedError for a folder that has history or backups but neither file: it can't be a new one."""
    for name, pattern in (("history", "*.jsonl"), ("backups", "advisory-*.json*")):
        if any((folder / name).glob(pattern)):
            raise DamagedError(
                f"{SNAPSHOT} is missing in {folder}, and {name} shows that there was one. Put the newest copy from backups "
                "in its place. Nothing has been changed."
            )
