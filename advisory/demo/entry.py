"""A record of the demo before the store gives it an id."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from advisory.model import Record
from advisory.model.words import Word

REFERENCES = frozenset(
    {"student", "partnership", "pact", "source", "check_in", "insight", "group", "indicators", "follows"}
)
"""The fields that hold ids of other records; in an entry they hold keys. `source` is a key only in a promise."""
LATER = "next_pact"
"""The one field that may refer to a later entry. It is filled in after all records have ids."""


class Entry(msgspec.Struct, frozen=True):
    """The kind of a record and all its fields except the id. The fields in REFERENCES hold keys of earlier entries.

    Only the first check-in of a group refers to itself.
    """

    kind: type[Record]
    key: str
    fields: dict[str, Any]

    def record(self, record_id: str, ids: Mapping[str, str]) -> Record:
        """The record with this id; `ids` as in settled."""
        return self.kind(id=record_id, **self.settled(record_id, ids))

    def settled(self, own: str, ids: Mapping[str, str]) -> dict[str, Any]:
        """The fields with keys replaced by ids: `own` for this entry's key, and `ids` for those of earlier entries.

        LATER is left empty. Raises KeyError for an unknown key.
        """
        fields = dict(self.fields)
        for name in REFERENCES & fields.keys():
            fields[name] = self._settled(fields[name], own, ids)
        if LATER in fields:
            fields[LATER] = ""
        if "artifacts" in fields:
            fields["artifacts"] = tuple(
                msgspec.structs.replace(one, came_from=ids[one.came_from]) if one.came_from else one
                for one in fields["artifacts"]
            )
        return fields

    def _settled(self, keys: str | tuple[str, ...], own: str, ids: Mapping[str, str]) -> str | tuple[str, ...]:
        if isinstance(keys, tuple):
            return tuple(ids[key] for key in keys)
        if not keys or isinstance(keys, Word):  # evidence has a word as its source, a promise a key
            return keys
        return own if keys == self.key else ids[keys]


def entry(
    kind: type[Record], key: str, at: datetime, /, *, updated_at: datetime | None = None, **fields: object
) -> Entry:
    """An entry created at an instant, and by default not changed since."""
    return Entry(kind, key, {"created_at": at, "updated_at": updated_at or at, **fields})
