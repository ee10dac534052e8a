"""Fill an empty caseload with ready-made records, such as the demo's, in one change."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Pact, Record

FILLED = "Caseload filled"
"""What the change is called. Undo stops at it, since nobody wants an empty caseload back."""


class Made(Protocol):
    """A record without its id. References in `fields` are keys, which `settled` replaces with ids."""

    @property
    def kind(self) -> type[Record]: ...
    @property
    def key(self) -> str: ...
    @property
    def fields(self) -> dict[str, Any]: ...
    def settled(self, own: str, ids: Mapping[str, str]) -> dict[str, Any]: ...


def fill_caseload(caseload: Caseload, records: Iterable[Made]) -> int:
    """Add the records and return their number. Each must follow those it refers to, except a pact's next pact."""
    ids: dict[str, str] = {}
    going_on: dict[str, str] = {}
    with caseload.store.change(FILLED, caseload.now()) as change:
        for made in records:
            record = change.add(made.kind, **made.settled("", ids))
            if isinstance(record, CheckIn) and made.fields.get("group") == made.key:
                change.put(msgspec.structs.replace(record, group=record.id))  # the first of a group names it
            ids[made.key] = record.id
            if isinstance(record, Pact) and made.fields.get("next_pact"):
                going_on[record.id] = made.fields["next_pact"]
        for pact_id, key in going_on.items():
            change.put(msgspec.structs.replace(change.need(Pact, pact_id), next_pact=ids[key]))
    return len(ids)
