"""Make one student of two records of the same student."""

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
        if kept.id == other.id:
            raise Refusal(f"{kept.full_name} is one record already: name two.")
        if all(_has_active_pact(change, one) for one in (kept, other)):
            raise Refusal(f"Both records of {kept.full_name} have an active pact: pause or close one of them first.")
        _join_partnerships(change, kept, other)
        for kind in REFERENCES:
            for record in change.of_student(kind, other.id):
                change.put(msgspec.structs.replace(record, student=kept.id))
        change.remove(other)
        return change.put(msgspec.structs.replace(kept, **_filled_in(kept, other)))


def _has_active_pact(change: Change, student: Student) -> bool:
    return any(pact.status is PactStatus.ACTIVE for pact in change.of_student(Pact, student.id))


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
    fields |= {"joined_on": min(days, default=None), "focal": kept.focal or other.focal}
    fields["contact_every"] = kept.contact_every or other.contact_every
    return fields
