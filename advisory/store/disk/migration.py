"""From the documents of an older schema to those of the present one: a numbered step each, from plain tables to plain tables.

A step changes nothing it is given, reads no clock and knows no model: the model moves on, and a step stays what it was.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from .schema import SCHEMA
from .snapshot import Documents

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]


def carry_over(tables: Mapping[str, Documents], schema: int, until: int = SCHEMA) -> dict[str, Documents]:
    """The documents of schema `schema` as those of schema `until`. Raises ValueError where a document is not what a step expects."""
    plain: Tables = {
        name: {str(number): msgspec.json.decode(raw) for number, raw in documents.items()}
        for name, documents in tables.items()
    }
    for number, step in enumerate(STEPS[schema - 1 : until - 1], schema + 1):
        try:
            plain = step(plain)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"a document could not be brought to schema {number}: {error!r}") from error
    encode = msgspec.json.encode
    return {
        name: {int(number): msgspec.Raw(encode(document)) for number, document in documents.items()}
        for name, documents in plain.items()
    }


def name_the_target_of_evidence(tables: Tables) -> Tables:
    """1 → 2: evidence names the day it was seen on as the other kinds do (`seen_on`), and the target as it read then."""
    pacts = {pact["id"]: pact for pact in tables.get("pacts", {}).values()}
    evidence = {}
    for number, old in tables.get("evidence", {}).items():
        new = {"seen_on" if field == "happened_on" else field: value for field, value in old.items()}
        target = _target_then(pacts.get(old.get("pact", ""), {}), old)
        evidence[number] = new | ({"target": target} if target else {})
    return tables | {"evidence": evidence}


def keep_leaves_by_themselves(tables: Tables) -> Tables:
    """2 → 3: a student's leave is no day without school, so it gets a table of its own, numbered from 1."""
    both = tables.get("no_school_days", {})
    leaves = [both[number] for number in sorted(both, key=int) if both[number].get("student")]
    school = {number: _without(day, "student") for number, day in both.items() if not day.get("student")}
    own = {str(number): leave | {"id": f"l{number:07d}"} for number, leave in enumerate(leaves, 1)}
    return tables | {"no_school_days": school, "leaves": own}


def choose_the_usual_intervals(tables: Tables) -> Tables:
    """3 → 4: the usual days between one-to-ones can be chosen; until then nobody has, and the program's own hold."""
    return tables | {"intervals": {}}


def edit_the_catalogue_of_signs(tables: Tables) -> Tables:
    """4 → 5: the catalogue of signs can be edited; until then nobody has, and the program's own holds."""
    return tables | {"catalogue": {}}


def number_the_revisions_of_pacts(tables: Tables) -> Tables:
    """5 → 6: each change of a pact's words says which revision they belonged to; until then each change made a new one."""
    pacts = {number: pact | _numbered(pact) for number, pact in tables.get("pacts", {}).items()}
    return tables | {"pacts": pacts}


def _numbered(pact: Document) -> Document:
    """The revisions of a pact with their numbers; none where it has none."""
    if "revisions" not in pact:
        return {}
    first = pact.get("revision", 1) - len(pact["revisions"])
    return {"revisions": [one | {"revision": max(1, first + n)} for n, one in enumerate(pact["revisions"])]}


def _without(document: Document, field: str) -> Document:
    return {name: value for name, value in document.items() if name != field}


def _target_then(pact: Document, evidence: Document) -> str:
    """A pact's target as it read when the evidence was seen: what the first revision since then says that it was."""
    day, written_at = evidence["happened_on"], evidence["created_at"]
    for revision in sorted(pact.get("revisions", []), key=lambda one: str(one["at"])):
        is_later = revision["at"][:10] > day or (revision["at"][:10] == day and revision["at"] > written_at)
        if is_later and "learning_target" in revision["was"]:
            return str(revision["was"]["learning_target"])
    return str(pact.get("learning_target", ""))


STEPS: tuple[Callable[[Tables], Tables], ...] = (
    name_the_target_of_evidence,
    keep_leaves_by_themselves,
    choose_the_usual_intervals,
    edit_the_catalogue_of_signs,
    number_the_revisions_of_pacts,
)
"""`STEPS[n - 1]` leads from schema n to n + 1."""
