"""Reads and writes the snapshot: all tables as plain TinyDB JSON, one document per line, and metadata in `_meta`.

Line 2 is `_meta`. Its `crc` is the checksum of the rest of that line and everything below, so that a change by another
program or a failing disk is noticed. Documents stay bytes until they are needed.
"""

import json
from binascii import crc32
from collections.abc import ItemsView, Iterable, Iterator, Mapping, MutableMapping
from types import MappingProxyType
from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from advisory.store.errors import DamagedError, NewerError

from .collector import garbage_collection_paused
from .row import hexed, unhexed
from .schema import FORMAT, NEEDS, SCHEMA

T = TypeVar("T")
META = "_meta"
Documents = MutableMapping[int, msgspec.Raw]

HEAD = b'{\n"_meta":{"1":'
CRC = b',"crc":"%08x"}}'
_LARGE, _BEHIND = b',\n"checkins":{\n', b'\n},\n"followups":{'
"""Where the check-ins begin, which are nearly all of a file, and what stands behind them."""
_ROW = b'\n"'
_MANY = 4000
"""How many documents a table has at least in which some are looked for."""
_FOUND_AT_MOST = 12
"""One of so many is looked for at most: to find more takes longer than to take all apart."""
_LONGEST_NUMBER = 24
_REMEDY = "Fix it there, or replace it with one of the copies in backups. Nothing has been changed."


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


class Unread(MutableMapping[int, msgspec.Raw]):
    """A large table as it stands in a file with the right checksum, taken apart once that is needed.

    `last` is its largest number: a document with a larger one is new, so that adding it and reading it decode nothing.
    Some documents are found in the text as they are asked for, because a student has few of all.
    """

    def __init__(self, text: memoryview, begin: int, last: int, name: str) -> None:
        self._text: memoryview | None = text
        self._begin = begin
        self._last, self._name = last, name
        self._to_find = last // _FOUND_AT_MOST if last > _MANY else 0
        self._documents: dict[int, msgspec.Raw] = {}  # while the text is unread, those set since

    def __getitem__(self, number: int) -> msgspec.Raw:
        if self._text is None or number in self._documents or number > self._last:
            return self._documents[number]
        found = self._find(number)
        return found if found is not None else self._read()[number]

    def __setitem__(self, number: int, document: msgspec.Raw) -> None:
        self._documents[number] = document

    def __delitem__(self, number: int) -> None:
        del self._read()[number]

    def __iter__(self) -> Iterator[int]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())

    def items(self) -> ItemsView[int, msgspec.Raw]:
        return self._read().items()

    def read_as(self, kind: type[T]) -> dict[int, T] | None:
        """A few fields of every document, decoded in one go; None if the table is taken apart already.

        Raises ValueError if a document doesn't have them.
        """
        if self._text is None:
            return None
        with garbage_collection_paused():
            found = msgspec.json.Decoder(dict[int, kind]).decode(self._text)  # type: ignore[valid-type]
        return found | {number: msgspec.json.decode(raw, type=kind) for number, raw in self._documents.items()}

    def _find(self, number: int) -> msgspec.Raw | None:
        """A document in the text, where there is one on each line, by number; None if the text must be taken apart."""
        self._to_find -= 1
        if self._text is None or self._to_find < 0:
            return None
        text: bytes = self._text.obj  # type: ignore[assignment]
        low, high = self._begin, self._begin + len(self._text)
        first, last = 1, self._last
        while low < high:  # about the same number of bytes belongs to each
            at = low + (high - low) * (number - first) // (last - first + 1)
            start = text.rfind(_ROW, low, at + len(_ROW))
            start = start if start >= 0 else text.find(_ROW, low, high)
            its, colon, _ = text[start + len(_ROW) : start + _LONGEST_NUMBER].partition(b'":')
            if start < 0 or not colon or not its.isdigit():
                return None
            found, end = int(its), text.find(b"\n", start + 1)
            if found == number:
                return _one_document(text[start + len(_ROW) + len(its) + 2 : end].removesuffix(b","))
            if found < number:
                low, first = end, found + 1
            else:
                high, last = start, found - 1
            if not first <= number <= last:
                return None
        return None

    def _read(self) -> dict[int, msgspec.Raw]:
        if self._text is not None:
            try:
                with garbage_collection_paused():
                    documents = _table_decoder.decode(self._text)
            except (ValueError, RecursionError) as error:
                _need_plain_json(bytes(self._text.obj), self._name)
                raise _not_ours(self._name, str(error)) from None
            documents.update(self._documents)
            self._documents, self._text = documents, None
        return self._documents


def _one_document(data: bytes) -> msgspec.Raw | None:
    """The document that these bytes are; None if they are not one."""
    try:
        return msgspec.Raw(_document_decoder.decode(data)) if data.startswith(b"{") else None
    except (ValueError, RecursionError):
        return None


_document_decoder = msgspec.json.Decoder(msgspec.Raw)
_table_decoder = msgspec.json.Decoder(dict[int, msgspec.Raw])
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
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if data.find(b"\r\n", 0, len(HEAD)) >= 0:
        data = data.replace(b"\r\n", b"\n")  # line breaks inside texts are escaped, so none is lost
    is_whole = fits(data)
    if not is_whole:
        _need_plain_json(data, name)
    try:
        tables = (lazy and is_whole and _all_but_large(data, name)) or _all(data)
        meta = _meta_decoder.decode(tables.pop(META)[1])
        unhexed(meta.chain)
    except (KeyError, ValueError, RecursionError) as error:
        _refuse_newer(data, name)
        if is_whole:
            _need_plain_json(data, name)
        why = "there is no _meta" if isinstance(error, KeyError) else str(error)
        raise _not_ours(name, why) from None
    need_known(meta.format, meta.schema, meta.needs, name)
    if not is_whole:
        for documents in tables.values():
            documents.update({n: msgspec.Raw(msgspec.json.format(raw, indent=-1)) for n, raw in documents.items()})
    return Snapshot(meta, tables, edited=not is_whole)


def _all(data: bytes) -> dict[str, Documents]:
    return {**_tables_decoder.decode(data)}


def _all_but_large(data: bytes, name: str) -> dict[str, Documents] | None:
    """The tables, with the check-ins unread; None if they don't stand where the program writes them."""
    begin = data.find(_LARGE)
    end = data.rfind(_BEHIND, begin)
    last = data.rfind(b'\n"', begin + len(_LARGE) - 2, end)
    if begin < 0 or end < 0:
        return None
    try:
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
    begin = top.find(HEAD)
    end = top.rfind(b"}")
    if begin < 0 or end < 0:
        return None
    try:
        meta = _meta_decoder.decode(top[begin + len(HEAD) : end])
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
    if not data.startswith(HEAD) or at_crc < 0:
        return False
    crc = CRC % crc32(memoryview(data)[end:], crc32(data[len(HEAD) : at_crc]))
    return data[at_crc:end] in {crc + b",\n", crc + b"\n"}


def _not_ours(name: str, why: str) -> DamagedError:
    return DamagedError(f"{name} is not a file that advisory wrote ({why}). {_REMEDY}")


def _need_plain_json(data: bytes, name: str) -> None:
    """Raise DamagedError for invalid JSON and for duplicate keys, of which a JSON reader would silently drop one."""
    if not data.strip(b" \t\r\n\0"):
        raise DamagedError(f"{name} is empty, which advisory never leaves behind. {_REMEDY}")
    try:
        found = json.loads(data, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise DamagedError(f"{name}, line {error.lineno}: {error.msg} (column {error.colno}). {_REMEDY}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedError(f"{name}, line {line}: it contains bytes that are not text. {_REMEDY}") from None
    except RecursionError:
        raise DamagedError(f"{name} is nested deeper than any file of advisory. {_REMEDY}") from None
    except ValueError as error:
        raise DamagedError(f"{name}: {error}. {_REMEDY}") from None
    if not isinstance(found, dict):
        raise DamagedError(f"{name} holds a {type(found).__name__}, not advisory's tables. {_REMEDY}")


def _unique(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    unique: dict[str, object] = {}
    for key, value in pairs:
        if key in unique:
            raise ValueError(f'"{key}" appears twice in the same place')
        unique[key] = value
    return unique


def _refuse_newer(data: bytes, name: str) -> None:
    """Raise NewerError if the version numbers alone show that a newer program wrote the file.

    Everything else may look different in a newer file, so it can't be decoded first.
    """
    try:
        meta = msgspec.json.decode(data)[META]["1"]
        need_known(meta["format"], meta["schema"], meta.get("needs"), name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


def need_known(layout: int, schema: int, needs: str | None, name: str) -> None:
    """Raise NewerError for a newer program's file, DamagedError for version numbers that no program writes."""
    if layout < 1 or schema < 1:
        raise DamagedError(f"{name} is not a file that advisory wrote (format {layout}, schema {schema}). {_REMEDY}")
    if layout > FORMAT or schema > SCHEMA:
        raise NewerError(
            f"{name} was written by a newer advisory: it needs version {needs or 'unknown'}, and this one reads "
            f"format {FORMAT}, schema {SCHEMA}. Install that version. Nothing has been changed."
        )
