"""One row of the journal: a header, or a line that is one change; chained by checksums so that none fits elsewhere."""

from binascii import crc32

import msgspec

from .schema import FORMAT, NEEDS, SCHEMA

Operation = tuple[str, str | None, msgspec.Raw, msgspec.Raw]
"""Table, document id, the document after, the document before; NOTHING where there is none.

Without an id it is the table itself: EMPTY_TABLE when it is there, NOTHING when it is not.
"""

NOTHING = msgspec.Raw(b"null")
EMPTY_TABLE = msgspec.Raw(b"{}")
_CRC = b',"crc":"%08x"}\n'
CRC_LENGTH = len(_CRC % 0)
"""Bytes at the end of a row that hold its checksum."""


class Misfit(ValueError):  # noqa: N818 - it is the row that does not fit, not the program
    """A row that is not the next one of this journal. `torn` says that it is not even a whole row."""

    def __init__(self, why: str, *, torn: bool = False) -> None:
        super().__init__(why)
        self.torn = torn


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """The first row: which snapshot the lines follow, by its number and the checksum its last change had.

    `needs` is the first version of advisory that reads the lines.
    """

    journal: int
    schema: int
    needs: str = ""
    base: int
    chain: str


class Line(msgspec.Struct, frozen=True):
    """One change. `undoes` and `redoes` name the change that it takes back or makes again.

    `schema` makes it a beginning: from here on the documents are those of this schema, and nothing before it can be
    undone. `follows` is the change before it, where that is not the one with the number before.
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

    @property
    def before(self) -> int:
        """The number of the change that this one came after."""
        return self.seq - 1 if self.follows is None else self.follows


_header_decoder = msgspec.json.Decoder(Header)
_line_decoder = msgspec.json.Decoder(Line)


def checksum(crc: int) -> bytes:
    """The end of a row, which holds its checksum."""
    return _CRC % crc


def hexed(crc: int) -> str:
    """A checksum as the files hold it."""
    return f"{crc:08x}"


def unhexed(text: str) -> int:
    """A checksum from a file. Raises ValueError for what is none."""
    if hexed(crc := int(text, 16)) != text:
        raise ValueError(f"{text!r} is not a checksum")
    return crc


def encode_header(base: int, chain: int) -> bytes:
    """The row that opens a journal after the snapshot of change `base`; it ends in its checksum, as a line does."""
    return (
        msgspec.json.encode(Header(journal=FORMAT, schema=SCHEMA, needs=NEEDS[-1], base=base, chain=hexed(chain)))
        + b"\n"
    )


def read_header(row: bytes) -> Header:
    """Raises Misfit for what is no header, or not the whole of one."""
    try:
        header = _header_decoder.decode(row.removeprefix(b"\xef\xbb\xbf"))
        unhexed(header.chain)
    except (ValueError, RecursionError):
        raise Misfit("is not the first line of a journal", torn=_is_torn(row)) from None
    if _is_torn(row):
        raise Misfit("has no end", torn=True)
    return header


def encode_line(line: Line, seed: int) -> tuple[bytes, Line]:
    """The row of one change, and the change with its checksum, which is seeded with that of the row before."""
    key = b""
    if line.undoes is not None:
        key = b',"undoes":%d' % line.undoes
    elif line.redoes is not None:
        key = b',"redoes":%d' % line.redoes
    if line.schema is not None:
        key += b',"schema":%d' % line.schema
    if line.follows is not None:
        key += b',"follows":%d' % line.follows
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
    """The change in a row, line end included. Raises Misfit where it does not follow a row whose checksum is `seed`."""
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


def is_header(row: bytes) -> bool:
    """Whether a row begins a journal rather than holding a change."""
    return row.removeprefix(b"\xef\xbb\xbf").startswith(b'{"journal"')


def seed_after(row: bytes) -> int | None:
    """The checksum with which the row after this one is seeded; both kinds of row end in it. None where there is none."""
    try:
        return int(row.rstrip()[-10:-2], 16)
    except ValueError:
        return None


def _is_torn(row: bytes) -> bool:
    """Whether a row looks as a write does that was cut short: no end, or blocks that never reached the disk."""
    return not row.endswith(b"\n") or b"\0" in row
