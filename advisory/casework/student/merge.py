"""Make one student of two records of the same student."""

from collections.abc import Sequence
from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Pact, Partnership, StageMove, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus
from advisory.rules.refusal import Refusal
from advisory.store import Change

_TEXTS = (
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
)
"""What the record that stays takes from the other where it has nothing itself."""


def merge_students(caseload: Caseload, kept_id: str, other_id: str) -> Student:
    """Give everything of the student `other_id` to the student `kept_id`, and move the other record to the trash.

    One change, which one undo takes back. What both records have stays as the kept one has it; of two partnerships in a
    year the one that has moved stays. Refuses a merge with oneself and two active pacts.
    """
    with caseload.store.change("Students merged", caseload.now()) as change:
        kept, other = change.need(Student, kept_id), change.need(Student, other_id)
        _refuse(kept, other, [one for one in (kept, other) if _is_active(change.of_student(Pact, one.id))])
        _join_partnerships(change, kept, other)
        for kind in REFERENCES:
            for record in change.of_student(kind, other.id):
                change.put(msgspec.structs.replace(record, student=kept.id))
        change.remove(other)
        return change.put(msgspec.structs.replace(kept, **_filled_in(kept, other)))


def merge_lines(caseload: Caseload, kept_id: str, other_id: str) -> list[str]:
    """What `merge_students` would do with these two, in sentences. Refuses what it refuses."""
    store = caseload.store
    kept, other = store.need(Student, kept_id), store.need(Student, other_id)
    _refuse(kept, other, [one for one in (kept, other) if _is_active(store.of_student(Pact, one.id))])
    ours, theirs = caseload.names[kept.id], caseload.names[other.id]
    counts = [(len(store.of_student(kind, other.id)), kind.noun) for kind in REFERENCES]
    given = [f"{count} {noun if count == 1 or noun == 'evidence' else f'{noun}s'}" for count, noun in counts if count]
    filled = _filled_in(kept, other)
    shown = [field for field in _TEXTS if getattr(other, field)]
    taken = [_value(field, other) for field in shown if filled[field] != getattr(kept, field)]
    dropped = [_value(field, other) for field in shown if filled[field] != getattr(other, field)]
    lines = [
        f"{ours} stays, with everything of {theirs}: {', '.join(given) or 'nothing is written there yet'}.",
        f"Filled in from {theirs}: {', '.join(taken)}." if taken else "",
        f"Left out, because {ours} has another: {', '.join(dropped)}." if dropped else "",
        f"The other record, {theirs}, goes to the trash. One undo separates them again.",
    ]
    return list(filter(None, lines))


def _value(field: str, student: Student) -> str:
    return f"{field.replace('_', ' ')} “{getattr(student, field)}”"


def _refuse(kept: Student, other: Student, with_active_pact: Sequence[Student]) -> None:
    if kept.id == other.id:
        raise Refusal(f"{kept.full_name} is one record already. Name two.")
    if len(with_active_pact) > 1:
        raise Refusal(f"Both records of {kept.full_name} have an active pact. Pause or close one of them first.")


def _is_active(pacts: Sequence[Pact]) -> bool:
    return any(pact.status is PactStatus.ACTIVE for pact in pacts)


def _join_partnerships(change: Change, kept: Student, other: Student) -> None:
    """Let one partnership a year stay, with the moves of both."""
    moved: dict[str, list[StageMove]] = {}
    for student in (kept, other):
        for move in change.of_student(StageMove, student.id):
            moved.setdefault(move.partnership, []).append(move)
    by_year = {one.school_year: one for one in change.of_student(Partnership, kept.id)}
    for theirs in change.of_student(Partnership, other.id):
        ours = by_year.get(theirs.school_year)
        if ours is None:
            continue
        if theirs.id in moved and ours.id not in moved:
            fields: dict[str, Any] = {field: getattr(theirs, field) for field in ("stage", "entered_on")}
            change.put(msgspec.structs.replace(ours, **fields, next_step=ours.next_step or theirs.next_step))
        elif theirs.next_step and not ours.next_step:
            change.put(msgspec.structs.replace(ours, next_step=theirs.next_step))
        for move in moved.get(theirs.id, ()):
            change.put(msgspec.structs.replace(move, partnership=ours.id))
        change.remove(theirs)


def _filled_in(kept: Student, other: Student) -> dict[str, Any]:
    fields: dict[str, Any] = {field: getattr(kept, field) or getattr(other, field) for field in _TEXTS}
    known = {contact.name for contact in kept.family_contacts}
    fields["family_contacts"] = (
        *kept.family_contacts,
        *(contact for contact in other.family_contacts if contact.name not in known),
    )
    days = [day for day in (kept.joined_on, other.joined_on) if day]
    since = [one.focal_since for one in (kept, other) if one.focal_since]
    fields |= {"joined_on": min(days, default=None), "focal": kept.focal or other.focal}
    fields["focal_since"] = min(since, default=None)
    fields["contact_every"] = kept.contact_every or other.contact_every
    return fields
