"""One record to be made, before the store has given it an id."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from advisory.model import Record
from advisory.model.words import Word

REFERENCES = frozenset({"student", "partnership", "pact", "source", "check_in", "insight", "group", "indicators"})
"""The fields that hold ids of other records; in an entry they hold keys (`source` of a promise only)."""
LATER = "next_pact"
"""The one field whose key belongs to an entry that may come after: who fills a caseload puts its id in at the end."""


class Entry(msgspec.Struct, frozen=True):
    """A record's kind and all its fields but the id. A key in REFERENCES belongs to an entry before this one.

    One exception: the first check-in of a group event names itself as the group.
    """

    kind: type[Record]
    key: str
    fields: dict[str, Any]

    def record(self, record_id: str, ids: Mapping[str, str]) -> Record:
        """The record itself; `ids` as for settled."""
        return self.kind(id=record_id, **self.settled(record_id, ids))

    def settled(self, own: str, ids: Mapping[str, str]) -> dict[str, Any]:
        """The fields with ids for keys: `own`, and those of the entries before this one; a missing one is a KeyError.

        LATER is empty.
        """
        fields = dict(self.fields)
        for name in REFERENCES & fields.keys():
            fields[name] = self._settled(fields[name], own, ids)
        if LATER in fields:
            fields[LATER] = ""
        return fields

    def _settled(self, keys: str | tuple[str, ...], own: str, ids: Mapping[str, str]) -> str | tuple[str, ...]:
        if isinstance(keys, tuple):
            return tuple(ids[key] for key in keys)
        if not keys or isinstance(keys, Word):  # the source of evidence is a word, that of a promise an id
            return keys
        return own if keys == self.key else ids[keys]


def entry(
    kind: type[Record], key: str, at: datetime, /, *, updated_at: datetime | None = None, **fields: object
) -> Entry:
    """An entry made at an instant, and not touched since unless said."""
    return Entry(kind, key, {"created_at": at, "updated_at": updated_at or at, **fields})
