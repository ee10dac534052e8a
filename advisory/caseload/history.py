"""The history of a student's records: what changed, when, from what to what."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import msgspec

from advisory.model import KINDS, Indicator, KnownWell, Piece, Record
from advisory.model.words import Word
from advisory.store import Edit, Store

from .history_words import NOT_TOLD, field_words, is_reference, referred_words, sign_words

_KIND_OF = {kind.table: kind for kind in KINDS}
_ANOTHER = "another student"
_SENSITIVE = "(sensitive)"
"""In place of the words of a sensitive fact, which are seen on the student's own pages only (DESIGN §8)."""


class HistoryRow(msgspec.Struct, frozen=True):
    """One field in one change. `what` names the change, `record` whose field it is; `was` or `now` is empty where there was nothing."""

    at: datetime
    what: str
    record: str
    field: str
    was: str
    now: str


def record_history(store: Store, student_id: str) -> Iterator[HistoryRow]:
    """Everything that was written about a student, newest change first. No other student is named.

    Private words are shown, but for those of a fact that is sensitive.
    """
    for edit in store.edits_of(student_id):
        kind = _KIND_OF.get(edit.table)
        named = (edit.after or edit.before or {}).get("id", "")
        record = f"{kind.noun if kind else edit.table} {named}"
        was, now = _values(kind, edit.before, edit.after), _values(kind, edit.after, edit.before)
        for field in {**was, **now}:
            before, after = was.get(field), now.get(field)
            if before != after and (field != "student" or (edit.before and edit.after)):
                told = tuple(_field_told(store, kind, field, value, student_id) for value in (before, after))
                if field == "text" and _is_sensitive(store, edit):
                    told = (_SENSITIVE if before else "", _SENSITIVE if after else "")
                yield HistoryRow(edit.at, _what(edit), record, field_words(kind, field), *told)


def _is_sensitive(store: Store, edit: Edit) -> bool:
    """Whether it is about a fact that was sensitive then, or is now."""
    documents = [document for document in (edit.before, edit.after) if document]
    now = store.get(KnownWell, documents[0].get("id", "")) if edit.table == KnownWell.table else None
    return bool(now and now.sensitive) or any(document.get("sensitive") for document in documents)


def _what(edit: Edit) -> str:
    if edit.undoes is not None:
        return f"Undid: {edit.what}"
    return f"Did again: {edit.what}" if edit.redoes is not None else edit.what


def _values(kind: type[Record] | None, document: dict[str, Any] | None, other: dict[str, Any] | None) -> dict[str, Any]:
    """The fields that this document or the other says something in, with their usual values where this one does not.

    A document of an older schema is told as it was written.
    """
    if document is None:
        return {}
    try:
        record = msgspec.convert(document, kind) if kind else None
    except ValueError:
        record = None
    if record is None:
        return {name: value for name, value in document.items() if name not in NOT_TOLD}
    fields = {**document, **(other or {})}
    return {name: getattr(record, name, None) for name in fields if name not in NOT_TOLD}


def _field_told(store: Store, kind: type[Record] | None, field: str, value: object, student_id: str) -> str:
    if value and is_reference(kind, field):
        return referred_words(store, value, student_id)
    if value and kind is Indicator and field == "key":
        return sign_words(store, str(value))
    return _told(value, field, student_id)


def _told(value: object, field: str, student_id: str) -> str:
    if field == "student" and value is not None:
        return "this student" if value == student_id else _ANOTHER
    if isinstance(value, tuple | list):
        return "; ".join(_told(one, "", student_id) for one in value)
    if isinstance(value, Piece):
        return ", ".join(_told(getattr(value, name), "", student_id) for name in _filled(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value.astimezone():%Y-%m-%d %H:%M}"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Word):
        return value.label
    return "" if value is None else str(value)


def _filled(piece: Piece) -> list[str]:
    return [name for name in piece.__struct_fields__ if getattr(piece, name) not in {None, "", ()}]
