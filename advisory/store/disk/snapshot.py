"""Reads and writes the snapshot: all tables as plain TinyDB JSON, one document per line, and metadata in `_meta`.

Line 2 is `_meta`. Its `crc` is the checksum of the rest of that line and everything below, so that a change by another
program or a failing disk is noticed. Documents stay bytes until they are needed.
"""

from binascii import crc32
from collections.abc import Iterable, Mapping, MutableMapping
from types import MappingProxyType

import msgspec
from msgspec import UNSET, UnsetType

from .row import hexed, unhexed
from .schema import FORMAT, NEEDS, SCHEMA
from .unread import Unread

META = "_meta"
Documents = MutableMapping[int, msgspec.Raw]

HEAD = b'{\n"_meta":{"1":'
CRC = b',"crc":"%08x"}}'
_LARGE, _BEHIND = b',\n"checkins":{\n', b'\n},\n"followups":{'
"""Where the check-ins begin, which are nearly all of a file, and what follows them."""


class Beginning(msgspec.Struct, frozen=True):
    """How a snapshot took the place of all records there were: whatever comes after its rename can be done from this.

    `rows` are the change's rows, which belong into history. A journal of `size` bytes with the checksum `crc` is the one
    that the snapshot replaced, and is to be emptied.
    """

    rows: str
    size: int
    crc: str

    def has_replaced(self, journal_data: bytes) -> bool:
        """Whether these are the bytes of the journal that the snapshot replaced."""
        return 0 < self.size == len(journal_data) and hexed(crc32(journal_data)) == self.crc


class Meta(msgspec.Struct, frozen=True):
    """The metadata: the last change in the tables, its checksum, and the next id of each table.

    `aside`: table → the numbers of its documents that can't be used; UNSET if there are none. `beginning`: UNSET unless
    the last change replaced all records.
    """

    format: int
    schema: int
    seq: int
    chain: str
    next: dict[str, int]
    saved: str = ""
    needs: str = ""
    aside: dict[str, list[int]] | UnsetType = UNSET
    beginning: Beginning | UnsetType = UNSET


class Snapshot(msgspec.Struct, frozen=True):
    """A snapshot as read. `edited`: its checksum is wrong, so another program wrote it."""

    meta: Meta
    tables: dict[str, Documents]
    edited: bool


_tables_decoder = msgspec.json.Decoder(dict[str, dict[int, msgspec.Raw]])
_meta_decoder = msgspec.json.Decoder(Meta)


def dump(
    tables: Mapping[str, Documents], *, seq: int, chain: int, next_ids: Mapping[str, int], saved: str,
    schema: int = SCHEMA, aside: Mapping[str, Iterable[int]] = MappingProxyType({}),
    beginning: Beginning | UnsetType = UNSET,
) -> bytes:  # fmt: skip
    """The bytes of a snapshot; documents are sorted by id. `aside`: table → the documents in it that can't be used."""
    parts: list[bytes | msgspec.Raw] = []
    for name, documents in tables.items():
        parts += [b",\n" if parts else b"", msgspec.json.encode(name), b":{"]
        before = b"\n"
        for number in sorted(documents):
            parts += [before, b'"%d":' % number, documents[number]]
            before = b",\n"
        parts.append(b"\n}" if documents else b"}")
    parts.append(b"\n}\n" if tables else b"}\n")
    body = b"".join(parts)
    numbers = {table: sorted(those) for table, those in aside.items() if those}
    needs = NEEDS[schema - 1]
    meta = msgspec.json.encode(
        Meta(FORMAT, schema, seq, hexed(chain), dict(next_ids), saved, needs, numbers or UNSET, beginning)
    )[:-1]
    return b"".join([HEAD, meta, CRC % crc32(body, crc32(meta)), b",\n" if tables else b"\n", body])


def parse(data: bytes, name: str, *, lazy: bool = False) -> Snapshot:
    """Parse a snapshot called `name`. Raises DamagedError if it is not one, NewerError if a newer program wrote it.

    If `lazy`, and the checksum is right, the check-ins are decoded when they are needed. Most commands never need them.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.find(b"\r\n", 0, len(HEAD)) >= 0:
        data = data.replace(b"\r\n", b"\n")  # line breaks inside texts are escaped, so none is lost
    is_whole = fits(data)
    if not is_whole:
        from .not_a_snapshot import need_plain_json

        need_plain_json(data, name)
    try:
        tables = (lazy and is_whole and _all_but_large(data, name)) or _all(data)
        meta = _meta_decoder.decode(tables.pop(META)[1])
        unhexed(meta.chain)
    except (KeyError, ValueError, RecursionError) as error:
        from .not_a_snapshot import need_plain_json, not_ours, refuse_newer

        refuse_newer(data, name)
        if is_whole:
            need_plain_json(data, name)
        why = "there is no _meta" if isinstance(error, KeyError) else str(error)
        raise not_ours(name, why) from None
    if (meta.format, meta.schema) != (FORMAT, SCHEMA):
        from .not_a_snapshot import need_known

        need_known(meta.format, meta.schema, meta.needs, name)
    if not is_whole:
        for documents in tables.values():
            documents.update({n: msgspec.Raw(msgspec.json.format(raw, indent=-1)) for n, raw in documents.items()})
    return Snapshot(meta, tables, edited=not is_whole)


def _all(data: bytes) -> dict[str, Documents]:
    return {**_tables_decoder.decode(data)}


def _all_but_large(data: bytes, name: str) -> dict[str, Documents] | None:
    """The tables, with the check-ins unread; None if they don't stand where the program writes them."""
    try:
        begin = data.index(_LARGE)
        end = data.rindex(_BEHIND, begin)
        last = data.rindex(b'\n"', begin, end)
        number = int(data[last + 2 : data.index(b'"', last + 2)])
        tables = _all(b"".join([data[: begin + len(_LARGE) - 1], data[end + 1 :]]))
    except (ValueError, RecursionError):
        return None
    begin += len(_LARGE) - 2
    text = memoryview(data)[begin : end + 2]
    return {
        table: Unread(text, begin, number, name) if table == "checkins" else found for table, found in tables.items()
    }


def meta_of(top: bytes) -> Meta | None:
    """The metadata of a snapshot as the program lays it out, from its first two lines; None if they can't be read."""
    top = b"\n".join(top.split(b"\n", 2)[:2])
    try:
        meta = _meta_decoder.decode(top[top.index(HEAD) + len(HEAD) : top.rindex(b"}")])
        unhexed(meta.chain)
    except (ValueError, RecursionError):
        return None
    return meta


def records_checksum(tables: Mapping[str, Documents]) -> str:
    """The checksum of all documents, by the names of their tables and their numbers."""
    crc = 0
    for name in sorted(tables):
        for number in sorted(tables[name]):
            crc = crc32(b"%b %d %b\n" % (name.encode(), number, tables[name][number]), crc)
    return hexed(crc)


def fits(data: bytes) -> bool:
    """Whether the checksum is right."""
    end = data.find(b"\n", len(HEAD)) + 1
    at_crc = data.rfind(b',"crc":"', len(HEAD), end)
    if not data.startswith(HEAD):
        return False
    crc = CRC % crc32(memoryview(data)[end:], crc32(data[len(HEAD) : at_crc]))
    return data[at_crc:end] in {crc + b",\n", crc + b"\n"}
