"""Write a handover file from what may leave."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from advisory.exchange.file.controls import without_controls
from advisory.model import DefensePlan, Record, RecordError
from advisory.model.reference import REFERENCES
from advisory.rules.leaving.leaving import Leaving, OfOne, Rated

from .handover import KIND_OF, MARK, VERSION


def handover_file(leaving: Leaving, made_on: date) -> bytes:
    """The file, as JSON that a person can read too. References to records that don't leave are left out."""
    students = [_student(one) for one in leaving.by_student]
    whole = {MARK: VERSION, "made_on": made_on.isoformat(), "students": students}
    return msgspec.json.format(msgspec.json.encode(without_controls(whole)), indent=1) + b"\n"


def _student(leaves: OfOne) -> dict[str, Any]:
    own = [one for one in leaves.records if one.table in KIND_OF]
    ids = {one.id for one in own}
    kept = [one for record in own if (one := _without_others(record, ids)) is not None]
    return {
        "student": msgspec.to_builtins(leaves.student),
        "records": {
            table: [msgspec.to_builtins(one) for one in kept if one.table == table]
            for table in KIND_OF
            if any(one.table == table for one in kept)
        },
        "rated": list(_rated(leaves.rated, ids)),
    }


def _without_others(record: Record, ids: Collection[str]) -> Record | None:
    """The record without references to what isn't in the file; None if it can't exist without them."""
    fields: dict[str, Any] = {}
    for field in REFERENCES[type(record)]:
        held = getattr(record, field)
        if isinstance(held, tuple):
            fields[field] = tuple(one for one in held if one in ids)
        elif field != "student" and held not in ids:
            fields[field] = ""
    if "group" in REFERENCES[type(record)]:
        fields["group"] = ""
    if isinstance(record, DefensePlan):
        fields["artifacts"] = tuple(
            one if one.came_from in ids else replace(one, came_from="") for one in record.artifacts
        )
    try:
        return replace(record, **fields)
    except RecordError:
        return None


def _rated(rated: Iterable[Rated], ids: Collection[str]) -> Iterator[dict[str, Any]]:
    """The ratings of evidence that stays, for the pacts that leave."""
    for one in rated:
        if one.pact in ids and one.record_id not in ids:
            given = {"level": one.level, "independence": one.independence}
            known = {name: word.value for name, word in given.items() if word is not None}
            yield {"pact": one.pact, "on": one.on.isoformat(), "source": one.source.value, **known}
