"""Reads a journal or a month of history row by row, whatever its condition."""

import json
import re
from binascii import crc32
from collections.abc import Collection

import msgspec

from advisory.store.disk.journal import rows_of
from advisory.store.disk.row import (
    CRC_LENGTH,
    NOTHING,
    Header,
    Line,
    Misfit,
    Operation,
    encode_header,
    is_header,
    read_header,
    read_line,
    seed_after,
)
from advisory.store.disk.wrong_bit import row_put_right

from .place import Unreadable, as_raw

_OPERATION = re.compile(r'\["(\w+)","(\d{1,12})",(?=\{|null)')
_SEQ = re.compile(r'\{"seq":(\d{1,12}),')
_TRIED = 10
"""After this many rows with more than one wrong bit, stop trying to repair rows: it takes long, and the file is bad."""
_lenient = json.JSONDecoder(strict=False)


class Change(msgspec.Struct, frozen=True):
    """A change and its row number. `seed`: the checksum it follows; None if it does not follow the row before it."""

    line: Line
    row: int
    seed: int | None

    @property
    def is_certain(self) -> bool:
        """Whether the checksum shows that it is exactly what was written."""
        return self.seed is not None


class Chain(msgspec.Struct):
    """The changes in a file. `torn`: an incomplete last row.

    `repaired` are rows in which the checksum showed a single wrong bit. `kept` are all certain rows, with a header
    added where one is missing.
    """

    headers: list[Header] = []
    changes: list[Change] = []
    unreadable: list[Unreadable] = []
    repaired: list[Unreadable] = []
    kept: list[bytes] = []
    torn: bytes = b""


def scan_chain(data: bytes, file: str, seed: int | None = None) -> Chain:
    """Read everything readable; `seed` is the checksum that the first row follows, None if it is unknown."""
    chain = Chain()
    seeds = {seed} if seed is not None else set()
    end = 0
    header: Unreadable | None = None
    for number, row in enumerate(rows_of(data), 1):
        end += len(row)
        right = row
        try:
            if is_header(row):
                chain.headers.append(read_header(row))
                chain.kept.append(row)
                seeds = {int(chain.headers[-1].chain, 16)} | seeds
                header = Unreadable(file, number, row, "does not name the checksum of the change before it")
                continue
            seeds = _take(chain, row, number, seeds)
        except Misfit as misfit:
            if misfit.torn and end == len(data):
                chain.torn = row
                break
            right, seeds = _repair_row(chain, Unreadable(file, number, row, str(misfit)), seeds)
        if chain.changes and chain.changes[-1].row == number:
            change = chain.changes[-1]
            if header and change.seed not in {None, seed_after(header.data)}:
                chain.repaired.append(header)
            _keep(chain, change, right, seed)
        header = None
    return chain


def _keep(chain: Chain, change: Change, row: bytes, seed: int | None) -> None:
    """Add a certain row to `kept`, with a header before it if the row it follows is not there."""
    if change.seed is None:
        return
    before = seed_after(chain.kept[-1]) if chain.kept else seed
    if before != change.seed:
        chain.kept.append(encode_header(change.line.before, change.seed))
    chain.kept.append(row)


def _take(chain: Chain, row: bytes, number: int, seeds: Collection[int]) -> set[int]:
    """Read a row that follows one of `seeds`; the seeds that the next row may follow."""
    if not seeds:
        line = read_line(row)
        chain.changes.append(Change(line, number, None))
        return {int(line.crc, 16)}
    for seed in seeds:
        try:
            line = read_line(row, seed=seed)
        except Misfit:
            continue
        chain.changes.append(Change(line, number, seed))
        return {int(line.crc, 16)}
    read_line(row, seed=next(iter(seeds)))
    raise AssertionError(row)


def _repair_row(chain: Chain, row: Unreadable, seeds: Collection[int]) -> tuple[bytes, set[int]]:
    """Repair a bad row if possible, else save what can be read of it; the row, and the seeds for the next one."""
    for seed in seeds if len(chain.unreadable) < _TRIED else ():
        right = row_put_right(row.data, seed)
        if right is not None:
            chain.repaired.append(row._replace(why="has one wrong bit, as a bad disk leaves it"))
            return right, _take(chain, right, row.line, {seed})
    chain.unreadable.append(row)
    line = _salvaged(row.data)
    if line is not None:
        chain.changes.append(Change(line, row.line, None))
    stated, body = seed_after(row.data), row.data[:-CRC_LENGTH]
    return row.data, {crc32(body, seed) for seed in seeds} | ({stated} if stated is not None else set())


def _salvaged(row: bytes) -> Line | None:
    """The operations that can still be read in a damaged row; None if there are none."""
    text = row.decode(errors="replace")
    operations: list[Operation] = []
    for found in _OPERATION.finditer(text):
        try:
            document, _ = _lenient.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            continue
        operations.append((found[1], found[2], as_raw(document) if document else NOTHING, NOTHING))
    seq = _SEQ.match(text)
    return Line(int(seq[1]) if seq else 0, "", "", operations) if operations else None
