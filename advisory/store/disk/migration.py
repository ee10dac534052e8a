"""Migrates documents from older schemas to the current one, in numbered steps from plain tables to plain tables.

A step does not modify its input, reads no clock and does not use the model: the model changes later, but a step never
does.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from .schema import SCHEMA
from .snapshot import Documents

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]


def migrate(tables: Mapping[str, Documents], schema: int, until: int = SCHEMA) -> dict[str, Documents]:
    """Migrate documents from `schema` to `until`. Raises ValueError for a document that a step does not expect."""
    plain: Tables = {
        name: {str(number): msgspec.json.decode(raw) for number, raw in documents.items()}
        for name, documents in tables.items()
    }
    for number, step in enumerate(STEPS[schema - 1 : until - 1], schema + 1):
        try:
            plain = step(plain)
        except (KeyError, TypeError, AttributeError) as error:
            why = (
                f'it has no "{error.args[0]}"'
                if isinstance(error, KeyError)
                else "one of its values is of another kind"
            )
            raise ValueError(f"a record could not be brought to schema {number}: {why}") from error
    encode = msgspec.json.encode
    return {
        name: {int(number): msgspec.Raw(encode(document)) for number, document in documents.items()}
        for name, documents in plain.items()
    }


def name_the_target_of_evidence(tables: Tables) -> Tables:
    """1 → 2: evidence calls its date `seen_on`, not `happened_on`, and records the target's wording on that date."""
    pacts = {pact["id"]: pact for pact in tables.get("pacts", {}).values()}
    evidence = {}
    for number, old in tables.get("evidence", {}).items():
        new = {"seen_on" if field == "happened_on" else field: value for field, value in old.items()}
        target = _target_then(pacts.get(old.get("pact", ""), {}), old)
        evidence[number] = new | ({"target": target} if target else {})
    return tables | {"evidence": evidence}


def keep_leaves_by_themselves(tables: Tables) -> Tables:
    """2 → 3: students' leaves move out of the no-school days into a table of their own, numbered from 1."""
    both = tables.get("no_school_days", {})
    leaves = [both[number] for number in sorted(both, key=int) if both[number].get("student")]
    school = {number: _without(day, "student") for number, day in both.items() if not day.get("student")}
    own = {str(number): leave | {"id": f"l{number:07d}"} for number, leave in enumerate(leaves, 1)}
    return tables | {"no_school_days": school, "leaves": own}


def choose_the_usual_intervals(tables: Tables) -> Tables:
    """3 → 4: a table for the usual intervals between one-to-ones, empty until the advisor chooses them."""
    return tables | {"intervals": {}}


def edit_the_catalogue_of_signs(tables: Tables) -> Tables:
    """4 → 5: a table for changes to the catalog of signs, empty until the advisor makes some."""
    return tables | {"catalogue": {}}


def number_the_revisions_of_pacts(tables: Tables) -> Tables:
    """5 → 6: each revision of a pact has the number of the wording it replaced; before, every change was a new one."""
    pacts = {number: pact | _numbered(pact) for number, pact in tables.get("pacts", {}).items()}
    return tables | {"pacts": pacts}


def plan_talks_and_decide_about_tags(tables: Tables) -> Tables:
    """6 → 7: tables for planned talks and for decisions about tags, both empty; the new fields begin as left out."""
    return tables | {"planned_talks": {}, "tags": {}}


def plan_defenses(tables: Tables) -> Tables:
    """7 → 8: tables for defense plans and for changes to the list of milestones, both empty."""
    return tables | {"defenses": {}, "milestones": {}}


def log_what_leaves(tables: Tables) -> Tables:
    """8 → 9: tables for transition notes and for what was shared, both empty; evidence begins as private."""
    return tables | {"transitions": {}, "exports": {}}


def _numbered(pact: Document) -> Document:
    """The revisions of a pact with numbers, as a change to its fields; empty if it has none."""
    if "revisions" not in pact:
        return {}
    first = pact.get("revision", 1) - len(pact["revisions"])
    return {"revisions": [one | {"revision": max(1, first + n)} for n, one in enumerate(pact["revisions"])]}


def _without(document: Document, field: str) -> Document:
    return {name: value for name, value in document.items() if name != field}


def _target_then(pact: Document, evidence: Document) -> str:
    """The wording of a pact's target when the evidence was seen, taken from the first revision after that."""
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
    plan_talks_and_decide_about_tags,
    plan_defenses,
    log_what_leaves,
)
"""`STEPS[n - 1]` migrates schema n to n + 1."""
