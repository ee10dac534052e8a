"""Describe every change to a student's records: when it was made, and what each field was before and after."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import msgspec

from advisory.model import KINDS, Commitment, FamilyContact, Indicator, KnownWell, Piece, Record
from advisory.model.day_order import show_date
from advisory.model.words import Word
from advisory.rules.check_in.own_hand import OWN
from advisory.rules.family.people import called, reach_words
from advisory.store import Edit, Store

from .history_words import LEFT_OUT, describe_references, field_label, is_reference, sign_label

_KIND_OF = {kind.table: kind for kind in KINDS}
_ANOTHER = "another student"
_SENSITIVE = "(sensitive)"
"""Shown instead of a sensitive fact, whose words appear only on the student's own screens."""


class HistoryRow(msgspec.Struct, frozen=True):
    """One changed field of one record.

    `what` is the name that undo gives the change, `record` the kind and id. `was` and `now` are "" for an empty field.
    """

    at: datetime
    what: str
    record: str
    field: str
    was: str
    now: str


def record_history(store: Store, student_id: str) -> Iterator[HistoryRow]:
    """Every change to a student's records, newest first, without the names of other students.

    Private words are included, but not those of sensitive facts.
    """
    for edit in store.edits_of(student_id):
        kind = _KIND_OF.get(edit.table)
        named = (edit.after or edit.before or {}).get("id", "")
        record = f"{kind.noun if kind else edit.table} {named}"
        was, now = _values(kind, edit.before, edit.after), _values(kind, edit.after, edit.before)
        for field in {**was, **now}:
            before, after = was.get(field), now.get(field)
            if before != after and (field != "student" or (edit.before and edit.after)):
                words = tuple(_describe_field(store, kind, field, value, student_id) for value in (before, after))
                if field == "text" and _is_sensitive(store, edit):
                    words = (_SENSITIVE if before else "", _SENSITIVE if after else "")
                yield HistoryRow(edit.at, _what(edit), record, field_label(kind, field), *words)


def _is_sensitive(store: Store, edit: Edit) -> bool:
    """Whether it changes a fact that was sensitive at the time or is sensitive now."""
    documents = [document for document in (edit.before, edit.after) if document]
    now = store.get(KnownWell, documents[0].get("id", "")) if edit.table == KnownWell.table else None
    return bool(now and now.sensitive) or any(document.get("sensitive") for document in documents)


def _what(edit: Edit) -> str:
    if edit.undoes is not None:
        return f"Undid: {edit.what}"
    return f"Redid: {edit.what}" if edit.redoes is not None else edit.what


def _values(kind: type[Record] | None, document: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any]:
    """The fields that are set in this document or the other, with defaults for those that only the other sets.

    A document of an older schema gives its fields as they were written.
    """
    if document is None:
        return {}
    try:
        record = msgspec.convert(document, kind) if kind else None
    except ValueError:
        record = None
    if record is None:
        return {name: value for name, value in document.items() if name not in LEFT_OUT}
    fields = {**document, **(other or {})}
    return {name: getattr(record, name, None) for name in fields if name not in LEFT_OUT}


def _describe_field(store: Store, kind: type[Record] | None, field: str, value: object, student_id: str) -> str:
    if is_reference(kind, field):
        return describe_references(store, value, student_id)
    if value and kind is Indicator and field == "key":
        return sign_label(store, str(value))
    return _describe(value, field, student_id)


def _describe(value: object, field: str, student_id: str) -> str:
    if field == "student":
        return "this student" if value == student_id else _ANOTHER
    if isinstance(value, tuple | list):
        return "; ".join(_describe(one, "", student_id) for one in value)
    if isinstance(value, Piece):
        return _describe_piece(value, student_id)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{show_date(value.astimezone())} {value.astimezone():%H:%M}"
    if isinstance(value, date):
        return show_date(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Word):
        return value.label
    return "" if value is None else str(value)


def _describe_piece(piece: Piece, student_id: str) -> str:
    if isinstance(piece, Commitment):
        days = (f"{show_date(day)} {OWN}" if day in piece.own_marks else show_date(day) for day in piece.kept)
        return ", ".join(filter(None, [piece.text, piece.how_often, "; ".join(days)]))
    if isinstance(piece, FamilyContact):
        return ", ".join([called(piece), *reach_words(piece)])
    return ", ".join(_describe(getattr(piece, name), "", student_id) for name in _filled(piece))


def _filled(piece: Piece) -> list[str]:
    left_out = {"came_from", "key", "days_before", "mine"}  # an id, and what the dates and words say already
    return [
        name for name in piece.__struct_fields__ if name not in left_out and getattr(piece, name) not in {None, "", ()}
    ]
