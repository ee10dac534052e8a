"""Join what two records of one student say about the person: nothing is replaced, and what is left out is named."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from msgspec.structs import replace

from advisory.model import FamilyContact, Student
from advisory.model.words import PronounsScope

_FIELDS = (
    "preferred_name",
    "pronounce",
    "pronouns",
    "grade",
    "student_number",
    "source_id",
    "email",
    "home_language",
    "birthday",
    "focal_why",
    "contact_every",
)
"""What the record that stays takes from the other where it has nothing itself."""
_OF_A_PERSON = ("relation", "language", "phone", "email", "best_time")


class Joined(NamedTuple):
    """The fields of the record that stays, and what comes of the other's, in words."""

    fields: dict[str, Any]
    taken: tuple[str, ...]
    left_out: tuple[str, ...]
    """Values that the record that stays has differently; the record in the trash still has them."""


def joined(kept: Student, other: Student) -> Joined:
    """What becomes of the record that stays when the other is merged into it."""
    fields: dict[str, Any] = {field: getattr(kept, field) or getattr(other, field) for field in _FIELDS}
    given = [field for field in _FIELDS if getattr(other, field)]
    taken = [_value(field, other) for field in given if fields[field] != getattr(kept, field)]
    left_out = [_value(field, other) for field in given if fields[field] != getattr(other, field)]
    fields |= _scope(kept, other) | _presence(kept, other)
    if other.status is not fields["status"]:
        left_out.append(f"status “{other.status.label}”")
    people, matched = list(kept.family_contacts), set[int]()
    for person in other.family_contacts:
        at = next((at for at, one in enumerate(people) if one.name == person.name and at not in matched), None)
        if at is None:
            people.append(person)
            taken.append(f"{person.name} of the family")
        else:
            left_out += _differing(people[at], person)
            people[at] = _one_person(people[at], person)
        matched.add(len(people) - 1 if at is None else at)
    fields["family_contacts"] = tuple(people)
    return Joined(fields, tuple(taken), tuple(left_out))


def _scope(kept: Student, other: Student) -> dict[str, Any]:
    """Where the pronouns may be used goes with the pronouns; of two records that agree on them the narrower holds."""
    if not other.pronouns:
        return {}
    if not kept.pronouns:
        return {"pronouns_scope": other.pronouns_scope}
    wide = list(PronounsScope)
    narrower = max(kept.pronouns_scope, other.pronouns_scope, key=wide.index)
    return {"pronouns_scope": narrower if kept.pronouns == other.pronouns else kept.pronouns_scope}


def _presence(kept: Student, other: Student) -> dict[str, Any]:
    """Whether the student is here, since when, and focal: here if one of the records is."""
    here = other if other.is_current and not kept.is_current else kept
    days = [day for day in (kept.joined_on, other.joined_on) if day]
    since = [one.focal_since for one in (kept, other) if one.focal_since]
    return {
        "status": here.status,
        "left_on": here.left_on,
        "joined_on": min(days, default=None),
        "focal": kept.focal or other.focal,
        "focal_since": min(since, default=None),
    }


def _one_person(ours: FamilyContact, theirs: FamilyContact) -> FamilyContact:
    """One person of both families, who may be called only if both records say so."""
    fields: dict[str, Any] = {field: getattr(ours, field) or getattr(theirs, field) for field in _OF_A_PERSON}
    return replace(ours, **fields, may_contact=ours.may_contact and theirs.may_contact)


def _differing(ours: FamilyContact, theirs: FamilyContact) -> Iterator[str]:
    for field in _OF_A_PERSON:
        if getattr(theirs, field) and getattr(ours, field) not in {"", getattr(theirs, field)}:
            yield f"{theirs.name}'s {field.replace('_', ' ')} “{getattr(theirs, field)}”"


def _value(field: str, student: Student) -> str:
    return f"{field.replace('_', ' ')} “{getattr(student, field)}”"
