"""The snapshot: all tables as plain TinyDB JSON, one document a line, and a `_meta` table that says what it is.

Line 2 is `_meta`; its `crc` is that of the rest of the line, then of everything below, so that a change made by another
program or a failing disk is noticed. Documents stay bytes until somebody asks for them.
"""

import json
from binascii import crc32
from collections.abc import Iterable, Mapping

import msgspec

from advisory.store.errors import DamagedError, NewerError

from .row import hexed, unhexed
from .schema import FORMAT, NEEDS, SCHEMA

META = "_meta"
Documents = dict[int, msgspec.Raw]

_HEAD = b'{\n"_meta":{"1":'
_CRC = b',"crc":"%08x"}}'
_MEND = "Mend it there, or put one of the copies in backups in its place. Nothing has been changed."


class Meta(msgspec.Struct, frozen=True):
    """What the tables are: the last change in them, its checksum, and the number that each table's next document gets."""

    format: int
    schema: int
    seq: int
    chain: str
    next: dict[str, int]
    saved: str = ""
    needs: str = ""


class Snapshot(msgspec.Struct, frozen=True):
    """A snapshot as read. `edited` says that its checksum does not fit, so that somebody else wrote it."""

    meta: Meta
    tables: dict[str, Documents]
    edited: bool


_tables_decoder = msgspec.json.Decoder(dict[str, dict[int, msgspec.Raw]])
_meta_decoder = msgspec.json.Decoder(Meta)


def dump(
    tables: Mapping[str, Documents], *, seq: int, chain: int, next_ids: Mapping[str, int], saved: str,
    schema: int = SCHEMA,
) -> bytes:  # fmt: skip
    """The bytes of a snapshot; documents in the order of their ids."""
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
    meta = msgspec.json.encode(Meta(FORMAT, schema, seq, hexed(chain), dict(next_ids), saved, NEEDS[schema - 1]))[:-1]
    return b"".join([_HEAD, meta, _CRC % crc32(body, crc32(meta)), b",\n" if tables else b"\n", body])


def parse(data: bytes, name: str) -> Snapshot:
    """The tables in a snapshot called `name`. Raises DamagedError where it holds none, or those of a newer program."""
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if data.find(b"\r\n", 0, len(_HEAD)) >= 0:
        data = data.replace(b"\r\n", b"\n")  # inside a text a line end is escaped, so none is lost
    is_whole = fits(data)
    if not is_whole:
        _need_plain_json(data, name)
    try:
        tables = _tables_decoder.decode(data)
        meta = _meta_decoder.decode(tables.pop(META)[1])
        unhexed(meta.chain)
    except (KeyError, ValueError, RecursionError) as error:
        _refuse_newer(data, name)
        if is_whole:
            _need_plain_json(data, name)
        why = "there is no _meta" if isinstance(error, KeyError) else str(error)
        raise DamagedError(f"{name} is not a file that advisory wrote ({why}). {_MEND}") from None
    need_known(meta.format, meta.schema, meta.needs, name)
    if not is_whole:
        for documents in tables.values():
            documents.update({n: msgspec.Raw(msgspec.json.format(raw, indent=-1)) for n, raw in documents.items()})
    return Snapshot(meta, tables, edited=not is_whole)


def fits(data: bytes) -> bool:
    """Whether the checksum is that of the rest."""
    end = data.find(b"\n", len(_HEAD)) + 1
    at_crc = data.rfind(b',"crc":"', len(_HEAD), end)
    if not data.startswith(_HEAD) or at_crc < 0:
        return False
    crc = _CRC % crc32(memoryview(data)[end:], crc32(data[len(_HEAD) : at_crc]))
    return data[at_crc:end] in {crc + b",\n", crc + b"\n"}


def _need_plain_json(data: bytes, name: str) -> None:
    """Refuse what is no JSON, or holds a key twice: a reader would keep one of the two and say nothing."""
    if not data.strip(b" \t\r\n\0"):
        raise DamagedError(f"{name} is empty, and advisory never leaves it so. {_MEND}")
    try:
        found = json.loads(data, object_pairs_hook=_unique)
    except json.JSONDecodeError as error:
        raise DamagedError(f"{name}, line {error.lineno}: {error.msg} (column {error.colno}). {_MEND}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DamagedError(f"{name}, line {line}: there are bytes that are no text. {_MEND}") from None
    except (ValueError, RecursionError) as error:
        raise DamagedError(f"{name}: {error}. {_MEND}") from None
    if not isinstance(found, dict):
        raise DamagedError(f"{name} holds a {type(found).__name__}, not advisory's tables. {_MEND}")


def _unique(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    unique: dict[str, object] = {}
    for key, value in pairs:
        if key in unique:
            raise ValueError(f'"{key}" is there twice in the same place')
        unique[key] = value
    return unique


def _refuse_newer(data: bytes, name: str) -> None:
    """Refuse by the numbers alone what could not be read: everything else may look different in a newer file."""
    try:
        meta = msgspec.json.decode(data)[META]["1"]
        need_known(meta["format"], meta["schema"], meta.get("needs"), name)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


def need_known(layout: int, schema: int, needs: str | None, name: str) -> None:
    """Raises NewerError for a file of a newer program, DamagedError for one of no program."""
    if layout < 1 or schema < 1:
        raise DamagedError(f"{name} is not a file that advisory wrote (format {layout}, schema {schema}). {_MEND}")
    if layout > FORMAT or schema > SCHEMA:
        raise NewerError(
            f"{name} was written by a newer advisory: it needs version {needs or 'unknown'}, and this one reads "
            f"format {FORMAT}, schema {SCHEMA}. Install that version. Nothing has been changed."
        )
