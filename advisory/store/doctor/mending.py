"""Makes damaged records valid: fields that don't fit are left out where possible, and the original is kept."""

import re
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from advisory.model import Record, RecordError
from advisory.store.codec import decode
from advisory.store.errors import DamagedError

from .numbering import Book, Key
from .place import as_raw
from .report import REPAIR, Report

_FIELD = re.compile(r"\$\.(\w+)")
_UNKNOWN = re.compile(r"unknown field `([^`]*)`")
_MOST = 40


def repair_documents(book: Book, copies: Callable[[], Mapping[Key, dict[str, Any]]], report: Report) -> None:
    """Make every document valid: from a copy, or by leaving out fields, or else by removing it from the records."""
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
            copy = copies().get((table, number))
            if copy is not None and what_is_wrong(kind, copy, number) is None:
                report.add(placed, what, f"fix it there, or {REPAIR} takes the record from the newest backup", field)
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
