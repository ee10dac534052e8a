"""Encodes and decodes a journal's rows: a header, then one change per line, chained by checksums."""

from binascii import crc32
from datetime import UTC, datetime

import msgspec

from .schema import FORMAT, NEEDS, SCHEMA

Operation = tuple[str, str | None, msgspec.Raw, msgspec.Raw]
"""Table, document id, the document after, the document before; NOTHING if there is none.

Without an id, the operation is about the table itself: EMPTY_TABLE if it exists, NOTHING if it does not.
"""

NOTHING = msgspec.Raw(b"null")
EMPTY_TABLE = msgspec.Raw(b"{}")
_CRC = b',"crc":"%08x"}\n'
CRC_LENGTH = len(_CRC % 0)
"""The length in bytes of the checksum at the end of a row."""


class Misfit(ValueError):  # noqa: N818 - the row is wrong, not the program
    """A row that can't be the next one in this journal. `torn`: it is not even complete."""

    def __init__(self, why: str, *, torn: bool = False) -> None:
        super().__init__(why)
        self.torn = torn


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first row: the snapshot that the lines follow, by the number and the checksum of its last change.

    `needs` is the oldest version of advisory that can read the lines.
    """

    journal: int
    schema: int
    needs: str = ""
    base: int
    chain: str


class Line(msgspec.Struct, frozen=True):
    """One change. `undoes` or `redoes` is the number of the change that it undoes or redoes.

    `schema` is set where all records were replaced or migrated: later documents have this schema, and nothing earlier
    can be undone. `follows` is the previous change if its number is not one less. `records` is the checksum of all
    documents after they were replaced, so that whoever repeats the changes can tell whether that gives the same ones.
    `purged`: how many records were taken out of every file, out of the lines before this one as well. `lacks`: how many
    operations a purge took out of this line.
    """

    seq: int
    at: str
    what: str
    ops: list[Operation]
    crc: str = ""
    undoes: int | None = None
    redoes: int | None = None
    schema: int | None = None
    follows: int | None = None
    records: str | None = None
    purged: int | None = None
    lacks: int | None = None

    @property
    def before(self) -> int:
        """The number of the previous change."""
        return self.seq - 1 if self.follows is None else self.follows


_header_decoder = msgspec.json.Decoder(Header)
_line_decoder = msgspec.json.Decoder(Line)


def checksum(crc: int) -> bytes:
    """The end of a row with its checksum."""
    return _CRC % crc


def hexed(crc: int) -> str:
    """A checksum as text, as in the files."""
    return f"{crc:08x}"


def unhexed(text: str) -> int:
    """A checksum from its text. Raises ValueError if the text is not one."""
    if hexed(crc := int(text, 16)) != text:
        raise ValueError(f"{text!r} is not a checksum")
    return crc


def encode_header(base: int, chain: int) -> bytes:
    """The first row of a journal that follows the snapshot of change `base`; like a line, it ends in a checksum."""
    return (
        msgspec.json.encode(Header(journal=FORMAT, schema=SCHEMA, needs=NEEDS[-1], base=base, chain=hexed(chain)))
        + b"\n"
    )


def read_header(row: bytes) -> Header:
    """Decode a header. Raises Misfit if the row is not a header, or not a complete one."""
    try:
        header = _header_decoder.decode(row.removeprefix(b"\xef\xbb\xbf"))
        unhexed(header.chain)
    except (ValueError, RecursionError):
        raise Misfit("is not the first line of a journal", torn=_is_torn(row)) from None
    if _is_torn(row):
        raise Misfit("has no end", torn=True)
    return header


def encode_line(line: Line, seed: int) -> tuple[bytes, Line]:
    """The row of a change, and the change with its checksum; `seed` is the checksum of the row before."""
    key = b""
    if line.undoes is not None:
        key = b',"undoes":%d' % line.undoes
    elif line.redoes is not None:
        key = b',"redoes":%d' % line.redoes
    if line.schema is not None:
        key += b',"schema":%d' % line.schema
    if line.follows is not None:
        key += b',"follows":%d' % line.follows
    if line.records is not None:
        key += b',"records":"%b"' % line.records.encode()
    if line.purged is not None:
        key += b',"purged":%d' % line.purged
    if line.lacks is not None:
        key += b',"lacks":%d' % line.lacks
    encode = msgspec.json.encode
    body = b'{"seq":%d,"at":%b,"what":%b%b,"ops":%b' % (
        line.seq,
        encode(line.at),
        encode(line.what),
        key,
        encode(line.ops),
    )
    crc = crc32(body, seed)
    return body + _CRC % crc, msgspec.structs.replace(line, crc=hexed(crc))


def read_line(row: bytes, *, seed: int | None = None) -> Line:
    """Decode a row, line ending included. Raises Misfit if it does not follow a row with checksum `seed`."""
    if not row.endswith(b"\n"):
        raise Misfit("has no end", torn=True)
    row = row.replace(b"\r\n", b"\n")
    at_crc = len(row) - CRC_LENGTH
    if seed is not None and row[at_crc:] != _CRC % crc32(row[:at_crc], seed):
        raise Misfit("does not follow the line before it (its checksum differs)", torn=_is_torn(row))
    try:
        return _line_decoder.decode(row)
    except (ValueError, RecursionError):
        raise Misfit("is not a change", torn=_is_torn(row)) from None


def instant(at: datetime) -> str:
    """An instant as the rows have it: in UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_header(row: bytes) -> bool:
    """Whether a row is a header and not a change."""
    return row.removeprefix(b"\xef\xbb\xbf").startswith(b'{"journal"')


def seed_after(row: bytes) -> int | None:
    """The checksum at the end of a row, which seeds that of the next row; None if there is none."""
    try:
        return int(row.rstrip()[-10:-2], 16)
    except ValueError:
        return None


def _is_torn(row: bytes) -> bool:
    """Whether a row looks like an interrupted write: no line ending, or blocks that never reached the disk."""
    return not row.endswith(b"\n") or b"\0" in row
