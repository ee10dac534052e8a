"""Writes rows anew without what is gone: since a row's checksum covers all rows before it, those after it change as well.

The same change has the same new checksum wherever it stands, in history or in a copy, so that everything still fits.
"""

from binascii import crc32
from collections.abc import Iterator

import msgspec

from advisory.store.disk.journal import rows_of
from advisory.store.disk.row import (
    CRC_LENGTH,
    Line,
    checksum,
    encode_header,
    encode_line,
    hexed,
    is_header,
    read_header,
    read_line,
    seed_after,
)

from .gone import Gone

Node = tuple[int, int]
"""A change by its number and checksum."""


class _Step(msgspec.Struct, frozen=True):
    """A row: the change it follows, and what is left of it up to its checksum."""

    before: Node
    body: bytes


class Rows(msgspec.Struct, frozen=True):
    """The rows of one file: headers, and lines with the change that each is and the one it follows, if that is known."""

    data: bytes
    rows: tuple[tuple[bytes, Line | None, Node | None], ...]

    def lines(self) -> Iterator[Line]:
        """The changes."""
        return (line for _, line, _ in self.rows if line is not None)


def read_rows(data: bytes, seed: int | None = None) -> Rows:
    """Read the rows of a file, of which the first follows the checksum `seed` if that is known.

    A last row without an end is left out. Raises Misfit for a row that does not follow the one before it.
    """
    found: list[tuple[bytes, Line | None, Node | None]] = []
    whole, data = data, data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    for row in rows_of(data[: data.rfind(b"\n") + 1]):
        if is_header(row):
            seed = int(read_header(row).chain, 16)
            found.append((row, None, None))
            continue
        line = read_line(row, seed=seed)
        found.append((row, line, None if seed is None else (line.before, seed)))
        seed = int(line.crc, 16)
    return Rows(whole, tuple(found))


def end_of(data: bytes, seed: int | None) -> int | None:
    """The checksum that the row after this file follows."""
    whole = data[: data.rfind(b"\n") + 1].rstrip(b"\r\n")
    return seed_after(whole[whole.rfind(b"\n") + 1 :]) if whole else seed


class Chains:
    """The new checksums of all changes in some files, known once all of them were added."""

    def __init__(self, gone: Gone) -> None:
        self._gone = gone
        self._steps: dict[Node, _Step] = {}
        self._new: dict[Node, int] | None = None

    def add(self, rows: Rows) -> None:
        """Add the rows of a file."""
        self._new = None
        for row, line, before in rows.rows:
            if line is not None and before is not None and (node := _node(line)) not in self._steps:
                self._steps[node] = _Step(before, self._left_of(row, line))

    def of(self, node: Node) -> int:
        """The new checksum of a change; what no row leads to keeps its own."""
        if self._new is None:
            self._new = {}
            for one in sorted(self._steps):
                step = self._steps[one]
                self._new[one] = crc32(step.body, self._new.get(step.before, step.before[1]))
        return self._new.get(node, node[1])

    def written(self, rows: Rows) -> bytes:
        """The file anew."""
        parts: list[bytes] = []
        for row, line, before in rows.rows:
            if line is None:
                header = read_header(row)
                parts.append(_with_chain(row, self.of((header.base, int(header.chain, 16)))))
            elif before is not None:
                node = _node(line)
                parts.append(self._steps[node].body + checksum(self.of(node)))
            elif self._left_of(row, line) == row[:-CRC_LENGTH]:
                parts.append(row)
            else:  # nobody knows the checksum it follows, so its own could not be made anew
                parts.append(encode_header(line.seq, int(line.crc, 16)))
        return b"".join(parts)

    def _left_of(self, row: bytes, line: Line) -> bytes:
        """The bytes of a row that its checksum covers, without what is gone."""
        left, taken = self._gone.operations(line.ops)
        if left == line.ops and line.records is None:
            return row[:-CRC_LENGTH]
        kept = msgspec.structs.replace(line, ops=left, records=None, lacks=(line.lacks or 0) + taken or None)
        return encode_line(kept, 0)[0][:-CRC_LENGTH]


def _node(line: Line) -> Node:
    return line.seq, int(line.crc, 16)


def _with_chain(header: bytes, chain: int) -> bytes:
    return header.rstrip()[:-10] + hexed(chain).encode() + b'"}\n'
