"""What a purge removes: which documents vanish, and what is left of the others without references to those."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from advisory.model import CheckIn, ExportLog, Leave, NoSchoolDay, Record, make_id, number_of
from advisory.model.reference import REFERENCES
from advisory.store.codec import KIND_OF
from advisory.store.disk.row import NOTHING, Operation
from advisory.store.disk.snapshot import Documents
from advisory.store.disk.state import Key

_ID = re.compile(rb'"([a-z]\d{7,})"')
_KIND_OF_PREFIX = {kind.prefix: kind for kind in KIND_OF.values()}
_SHORTEST = 16
"""The fewest characters of a text that is looked for in drafts: a shorter one occurs in others by chance."""
_NOBODYS = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+|\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-][\d:]+)")
"""What a document holds that nobody wrote: the key of a word, such as `defense_practice`, and an instant."""
_FROM = ("student", "source")
"""The fields that name whom a record is about and what it came from: what only the past knows goes with these."""
_Tables = Mapping[str, Documents]
IsGone = Callable[[str, dict[str, Any]], bool]
"""Whether a record of a table goes that only the past still knows, by its document."""


class _Birth(msgspec.Struct):
    created_at: str = ""


_birth_decoder = msgspec.json.Decoder(_Birth)


class Gone:
    """The records that go, by id. A document is asked for by its table and number, in whatever past it stands."""

    def __init__(self, tables: _Tables, ids: Iterable[str]) -> None:
        self.ids = with_what_needs(tables, ids)
        self.keys: set[Key] = {key_of(one) for one in self.ids}
        self._vanished: set[bytes] = set()
        """The documents that vanished so far, each once; years of copies hold the same ones."""
        self._marks = {one.encode() for one in self.ids}
        self._leaves = set(_births(tables, self.keys))
        self._regrouped = _regrouped(tables, self.ids)
        self._tables = tables
        self._forgotten: set[str] = set()
        self._strangers: dict[Key, set[str]] = {}
        """Table and number → when records were made that had this number before the one there is now."""

    @property
    def takes_anything(self) -> bool:
        """Whether there is any record to take."""
        return bool(self.ids or self._strangers)

    @property
    def from_past(self) -> list[str]:
        """The ids of what only the past knows, an id once for each record that had it."""
        strangers = (
            make_id(KIND_OF[table], number) for (table, number), births in self._strangers.items() for _ in births
        )
        return sorted([*self._forgotten, *strangers])

    def add_from_past(self, documents: Iterable[tuple[str, int, msgspec.Raw]], is_gone: IsGone) -> None:
        """Also remove records that only history still holds: those no longer in a table, and those whose id another record has now."""
        for table, number, raw in documents:
            now = self._tables.get(table, {}).get(number)
            if raw == NOTHING or table not in KIND_OF or (now is not None and born(raw) == born(now)):
                continue
            document = _decoded(raw)
            if not (any(str(document.get(field)) in self.ids for field in _FROM) or is_gone(table, document)):
                continue
            if now is not None:
                self._strangers.setdefault((table, number), set()).add(born(raw))
                continue
            self.ids.add(own := make_id(KIND_OF[table], number))
            self._forgotten.add(own)
            self.keys.add((table, number))
            self._marks.add(own.encode())

    def left_of(self, table: str, number: int, raw: msgspec.Raw) -> msgspec.Raw:
        """What is left of a document: the same bytes, or without references to what is gone; NOTHING if it goes itself."""
        key = (table, number)
        is_gone = key in self.keys or (key in self._strangers and born(raw) in self._strangers[key])
        if is_gone:
            self._vanished.add(bytes(raw))
            return NOTHING
        if table != NoSchoolDay.table and self._marks.isdisjoint(_ID.findall(raw)):
            return raw
        document = _decoded(raw)
        if not document:
            return raw
        if self._takes(table, document):
            self._vanished.add(bytes(raw))
            return NOTHING
        kept = self._without_references(table, document)
        return raw if kept == document else msgspec.Raw(msgspec.json.encode(kept))

    def operations(self, operations: Iterable[Operation]) -> tuple[list[Operation], int]:
        """What is left of the operations of a change, and how many of them lost something."""
        left: list[Operation] = []
        taken = 0
        for table, doc_id, after, before in operations:
            if doc_id is None:
                left.append((table, doc_id, after, before))
                continue
            now, was = (raw if raw == NOTHING else self.left_of(table, int(doc_id), raw) for raw in (after, before))
            taken += (now == NOTHING != after) or (was == NOTHING != before)
            if not now == was == NOTHING:
                left.append((table, doc_id, now, was))
        return left, taken

    def tables(self, tables: _Tables) -> dict[str, Documents]:
        """What is left of all tables."""
        left: dict[str, Documents] = {}
        for table, documents in tables.items():
            kept = ((number, self.left_of(table, number, raw)) for number, raw in documents.items())
            left[table] = {number: raw for number, raw in kept if raw != NOTHING}
        return left

    def texts(self, left: _Tables) -> set[str]:
        """The longer texts that people wrote in the documents that vanished so far, and that nothing of what is `left` holds.

        Of a text that several records hold, nobody can tell for which of them a draft has it.
        """
        found = {text for document in self._vanished for text in _texts(_decoded(document))}
        for documents in left.values():
            for raw in documents.values():
                found.difference_update(_texts(_decoded(raw)))
        return found

    def _takes(self, table: str, document: dict[str, Any]) -> bool:
        if str(document.get("id")) in self.ids or str(document.get("student")) in self.ids:
            return True
        # in schemas 1 and 2 the leaves were among the days without school, with other numbers
        born = document.get("student"), document.get("created_at")
        return table == NoSchoolDay.table and born in self._leaves

    def _without_references(self, table: str, document: dict[str, Any]) -> dict[str, Any]:
        kept = dict(document)
        for field in REFERENCES.get(KIND_OF.get(table, Record), ()):
            value = kept.get(field)
            if isinstance(value, list):
                kept[field] = [one for one in value if str(one) not in self.ids]
            elif isinstance(value, str) and value in self.ids:
                kept[field] = self._regrouped.get(value, "") if (table, field) == (CheckIn.table, "group") else ""
            if field in kept and not kept[field]:
                del kept[field]
        if isinstance(pieces := kept.get("artifacts"), list):
            kept["artifacts"] = [self._without_source(piece) for piece in pieces]
        if table == ExportLog.table and not self.ids.isdisjoint(kept.get("students", ())):
            for field in ("to", "file"):  # that it was given out stays, and nothing that may name the student
                kept.pop(field, None)
        return kept

    def _without_source(self, piece: Any) -> Any:
        if isinstance(piece, dict) and str(piece.get("came_from")) in self.ids:
            return {name: value for name, value in piece.items() if name != "came_from"}
        return piece


def key_of(record_id: str) -> Key:
    """The table and the number of a record. Raises ValueError for what is no id."""
    kind = _KIND_OF_PREFIX.get(record_id[:1])
    if kind is None or make_id(kind, number_of(record_id)) != record_id:
        raise ValueError(f"{record_id!r} is not an id")
    return kind.table, number_of(record_id)


def with_what_needs(tables: _Tables, ids: Iterable[str]) -> set[str]:
    """The ids, and those of the records that can't be without one of them, such as all that is about a student."""
    found = set(ids)
    needing = [
        (kind, fields)
        for kind, references in REFERENCES.items()
        if (
            fields := [
                field.name for field in msgspec.structs.fields(kind) if field.required and field.name in references
            ]
        )
    ]
    while True:
        marks = {one.encode() for one in found}
        more = {
            make_id(kind, number)
            for kind, fields in needing
            for number, raw in tables.get(kind.table, {}).items()
            if not marks.isdisjoint(_ID.findall(raw)) and _needs(raw, fields, found)
        }
        if more <= found:
            return found
        found |= more


def _needs(raw: msgspec.Raw, fields: Iterable[str], ids: set[str]) -> bool:
    document = _decoded(raw)
    return any(str(document.get(field)) in ids for field in fields)


def _births(tables: _Tables, keys: set[Key]) -> Iterator[tuple[object, object]]:
    """What identifies a leave that had another number: its student and when it was made."""
    for table, number in keys:
        if table == Leave.table and (raw := tables.get(table, {}).get(number)) is not None:
            document = _decoded(raw)
            yield document.get("student"), document.get("created_at")


def _regrouped(tables: _Tables, ids: set[str]) -> dict[str, str]:
    """Check-in that names an event and goes → the first of those left, if there are two or more."""
    left: dict[str, list[str]] = {}
    marks = {one.encode() for one in ids if one.startswith(CheckIn.prefix)}
    for number, raw in tables.get(CheckIn.table, {}).items() if marks else ():
        if not marks.isdisjoint(_ID.findall(raw)) and (own := make_id(CheckIn, number)) not in ids:
            left.setdefault(str(_decoded(raw).get("group", "")), []).append(own)
    return {group: min(members) for group, members in left.items() if group in ids and len(members) > 1}


def _decoded(raw: msgspec.Raw | bytes) -> dict[str, Any]:
    """A document; empty if it is none, as somebody who edits the file may leave it."""
    try:
        document = msgspec.json.decode(raw)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def born(raw: msgspec.Raw) -> str:
    """When a record was made: two records that had one number, one after the other, differ in it."""
    try:
        return _birth_decoder.decode(raw).created_at
    except ValueError:
        return ""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if len(text := value.strip()) >= _SHORTEST and not _NOBODYS.fullmatch(text):
            yield text
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
