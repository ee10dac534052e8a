"""Reads a snapshot line by line, whatever its condition."""

import json
import re
from collections.abc import Iterator

import msgspec

from advisory.store.disk.row import unhexed
from advisory.store.disk.snapshot import META, Meta, fits

from .place import Placed, Unreadable, documents_in

_TABLE = re.compile(r'"([^"\\]+)":\{\}?,?')
_DOCUMENT = re.compile(r'"(\d{1,12})":(\{.*\}),?')
_META_ROW = re.compile(r'"_meta":\{"1":(\{.*\})\},?')
_PUNCTUATION = frozenset("{}, \t\r")


class Scan(msgspec.Struct):
    """The content of a snapshot. `fits`: its checksum is right; `meta`: None if unreadable; `why`: the parser's error."""

    meta: Meta | None
    documents: list[Placed]
    unreadable: list[Unreadable]
    fits: bool
    why: str = ""


def scan_snapshot(data: bytes, file: str) -> Scan:
    """Read everything readable. `why` is the error of a strict JSON parser; empty if there is none."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    try:
        tables = json.loads(data, object_pairs_hook=_Pairs)
        scan = Scan(_meta_of(tables), list(_walk(tables, data, file)), [], fits(data))
        if scan.meta is None and not scan.documents:
            scan.why = "it is not a file that advisory wrote"
    except json.JSONDecodeError as error:
        scan = _scan_rows(data, file, f"{error.msg} (line {error.lineno}, column {error.colno})")
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        # bytes that are not text, or lists instead of tables
        scan = _scan_rows(data, file, str(error)[:80] or type(error).__name__)
    return scan


class _Pairs(list[tuple[str, object]]):
    """The pairs of a JSON object, including duplicate keys."""


def _plain(value: object) -> object:
    if isinstance(value, _Pairs):
        return {key: _plain(inner) for key, inner in value}
    return [_plain(inner) for inner in value] if isinstance(value, list) else value


def _meta_of(tables: _Pairs) -> Meta | None:
    if not isinstance(tables, _Pairs):
        raise TypeError(f"it holds a {type(tables).__name__}, not advisory's tables")
    rows = [row for name, rows in tables if name == META and isinstance(rows, _Pairs) for _, row in rows]
    return _as_meta(_plain(rows[0])) if rows else None


def _as_meta(document: object) -> Meta | None:
    try:
        meta = msgspec.convert(document, Meta)
        unhexed(meta.chain)
    except ValueError:
        return None
    return meta


def _walk(tables: _Pairs, data: bytes, file: str) -> Iterator[Placed]:
    """The documents of valid JSON with their lines: each key is searched from where the last one was found."""
    at, line = 0, 1
    for table, documents in tables:
        for key, document in [(table, None), *(documents if isinstance(documents, _Pairs) else ())]:
            found = re.compile(rb'"%b"\s*:' % re.escape(key.encode())).search(data, at)
            if found:
                line += data.count(b"\n", at, found.start())
                at = found.end() - 1
            if document is not None and table != META:
                plain = _plain(document)
                number = int(key) if key.isdecimal() else None
                yield Placed(table, number, plain if isinstance(plain, dict) else {"id": plain}, file, line)


def _scan_rows(data: bytes, file: str, why: str) -> Scan:
    scan = Scan(None, [], [], fits=False, why=why)
    table = ""
    for number, row in enumerate(data.split(b"\n"), 1):
        text = row.decode(errors="replace").strip()
        if not set(text) - _PUNCTUATION:
            continue
        if meta := _META_ROW.fullmatch(text):
            scan.meta = _as_meta(_loaded(meta[1]))
            if scan.meta is None:
                scan.unreadable.append(Unreadable(file, number, row, "does not say what the file is"))
        elif opening := _TABLE.fullmatch(text):
            table = opening[1]
        elif (whole := _DOCUMENT.fullmatch(text)) and isinstance(document := _loaded(whole[2]), dict):
            scan.documents.append(Placed(table, int(whole[1]), document, file, number))
            if "\ufffd" in text and "\ufffd".encode() not in row:
                scan.unreadable.append(Unreadable(file, number, row, "has bytes that are not text"))
        else:
            found = list(documents_in(text, table, file, number))
            scan.documents += found
            scan.unreadable.append(Unreadable(file, number, row, "is not one whole record"))
            # this may have been the line that opens the next table
            if not text.startswith('"') or (not found and not _DOCUMENT.match(text) and '"id"' not in text):
                table = ""
    scan.documents = [_placed_by_id(placed) for placed in scan.documents]
    return scan


def _placed_by_id(placed: Placed) -> Placed:
    """The document in the table its id belongs to: the line that opened its table may be the damaged one."""
    return placed._replace(table=placed.kind_from_id.table) if placed.kind_from_id else placed


def _loaded(text: str) -> object:
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
