"""What a notice calls a record: its kind, student and day; never an id, which nobody knows, and never its words."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

import msgspec

from advisory.model import KINDS, Student
from advisory.model.day_order import show_date
from advisory.store.disk.snapshot import Documents

_DAYS = (
    "happened_on", "seen_on", "noticed_on", "observed_on", "moved_on", "learned_on", "due_on", "starts_on", "held_on", "on",
)  # fmt: skip
_NOUNS = {kind.table: kind.noun for kind in KINDS}


def names_in(tables: Mapping[str, Documents]) -> dict[str, str]:
    """Student id → name, from documents that need not be valid."""
    return dict(_named(raw) for raw in tables.get(Student.table, {}).values())


def about(table: str, raws: Iterable[msgspec.Raw], names: Mapping[str, str]) -> str:
    """`Maya Okafor`, `check-in of Maya Okafor on Nov 12, 2026`: from the first of a record's documents that is one."""
    for document in map(msgspec.json.decode, raws):
        if not isinstance(document, dict):
            continue
        if table == Student.table:
            return _name(document)
        noun = _NOUNS.get(table, f"record of {table}")
        name = names.get(str(document.get("student")), "")
        return noun + (f" of {name}" if name else "") + _day(document)
    return f"record of {table}"


def _named(raw: msgspec.Raw) -> tuple[str, str]:
    document = msgspec.json.decode(raw)
    return (str(document.get("id")), _name(document)) if isinstance(document, dict) else ("", "")


def _day(document: Mapping[str, Any]) -> str:
    """The record's first day, if it has one that can be read."""
    for field in _DAYS:
        with suppress(ValueError):
            return f" on {show_date(date.fromisoformat(str(document.get(field))))}"
    return ""


def _name(document: Mapping[str, Any]) -> str:
    called = document.get("preferred_name") or document.get("given_name") or ""
    return f"{called} {document.get('family_name') or ''}".strip() or Student.noun
