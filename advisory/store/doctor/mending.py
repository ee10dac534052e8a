"""Makes damaged records valid: fields that don't fit are left out where possible, and the original is kept."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import Any

import msgspec

from advisory.model import Record, RecordError
from advisory.store.codec import decode
from advisory.store.disk import backup
from advisory.store.disk.row import NOTHING
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.state import State, read_files
from advisory.store.errors import DamagedError, StoreError
from advisory.store.usable import find_unusable

from .look import Look
from .numbering import Book, Key
from .place import as_raw
from .report import REPAIR, Report

_FIELD = re.compile(r"\$\.(\w+)")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_MOST = 40


Earlier = Callable[[Key], Iterable[dict[str, Any]]]
"""From a record's key: what older copies and history say of it, newest first."""


def repair_documents(
    book: Book, copies: Callable[[], Mapping[Key, dict[str, Any]]], earlier: Earlier, report: Report
) -> None:
    """Make every document valid: from a copy, or by leaving out fields, or else by removing it from the records.

    The newest copy may be the snapshot itself, with the same damage, once a start has taken it over: then an earlier one is
    looked for.
    """
    for (table, number), placed in list(book.items()):
        kind = placed.kind
        assert kind is not None
        document = placed.document
        for _ in range(_MOST):
            wrong = what_is_wrong(kind, document, number)
            if wrong is None:
                break
            field, why = wrong
            what = f"{placed.called}: {why}"
            newest = copies().get((table, number))
            found = chain([newest] if newest is not None else [], earlier((table, number)))
            copy = next((one for one in found if what_is_wrong(kind, one, number) is None), None)
            if copy is not None:
                where = "the newest backup" if copy is newest else "history or an older backup"
                report.add(placed, what, f"fix it there, or {REPAIR} takes the record from {where}", field)
                report.keep(placed, "taken from a backup instead")
                document = copy
            elif field in document and _may_be_left_out(kind, field):
                report.add(placed, what, f"fix it there, or {REPAIR} leaves the field out", field)
                if document is placed.document:
                    report.keep(placed, "without what did not fit")
                document = {name: value for name, value in document.items() if name != field}
            else:
                report.add(placed, what, f"fix it there, or {REPAIR} keeps the document in a file of its own", field)
                report.keep(placed, "not a record")
                del book[table, number]
                break
        if (table, number) in book and document is not placed.document:
            book[table, number] = placed._replace(document=document)


def earlier_of(look: Look, key: Key) -> Iterator[dict[str, Any]]:
    """A record as changes and older copies have it, newest first, in the current schema only.

    A change that took the record out ends the search: what was before that is not meant to be there.
    """
    graph, table, number = look.choice.graph, *key
    for node in graph.back_from(look.choice.tip) if look.choice.tip else ():
        for start in graph.starts.get(node, ()):
            yield from _in_state(start.read(), key)
        step = graph.step_to.get(node)
        if step is None:
            continue
        if step.line.schema is not None and step.line.follows is None:
            return  # a migration: what came before has another schema
        for one, doc_id, after, _ in step.line.ops:
            if (one, doc_id) == (table, str(number)):
                if after == NOTHING:
                    return
                yield msgspec.json.decode(after)
    for pair in reversed(backup.pairs(look.folder)):
        with suppress(StoreError, OSError):
            yield from _in_state(read_files(pair.path, pair.journal, find_unusable), key)


def _in_state(state: State | None, key: Key) -> Iterator[dict[str, Any]]:
    raw = state.everything.get(key[0], {}).get(key[1]) if state and state.schema == SCHEMA else None
    if raw is not None:
        yield msgspec.json.decode(raw)


def what_is_wrong(kind: type[Record], document: dict[str, Any], number: int) -> tuple[str, str] | None:
    """The field that is not valid, and why; None if the document is valid."""
    try:
        decode(kind, as_raw(document), number)
    except DamagedError as error:
        cause = error.__context__
        inner = cause.__cause__ if isinstance(cause, msgspec.ValidationError) else None
        text = str(cause or error)
        if isinstance(inner, RecordError):
            # the error names a field of a piece; report the record's field that holds the piece
            at = _FIELD.search(text)
            return (at[1] if at else inner.field), str(inner)
        if unknown := _UNKNOWN.search(text):
            at = _FIELD.search(text)
            return (at[1] if at else unknown[1]), f"there is no field {unknown[1]!r}"
        at = _FIELD.search(text)
        return (at[1] if at else ""), text
    return None


def _may_be_left_out(kind: type[Record], field: str) -> bool:
    required = {known.encode_name for known in msgspec.structs.fields(kind) if known.required}
    return field not in required
