"""Bring back what was deleted, or who left: a record from the trash, a discarded pact, a student with their whole file."""

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import refuse_taken_number
from advisory.casework.student.unarchive import put_back
from advisory.model import Pact, Record, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus, Status
from advisory.rules.refusal import Refusal

R = TypeVar("R", bound=Record)
BROUGHT_BACK = "Brought back from the trash"


def bring_back(caseload: Caseload, record: Record) -> Record:
    """Take one record out of the trash; it counts again at once. A student comes with everything deleted with them.

    A discarded pact is a draft again. Refuses a record that is not in the trash, and one whose student is.
    """
    if isinstance(record, Student):
        return bring_back_student(caseload, record.id, as_it_was=True)
    with caseload.store.change(BROUGHT_BACK, caseload.now()) as change:
        stored = change.need(type(record), record.id)
        owner = change.get(Student, str(getattr(stored, "student", "")))
        if owner is not None and owner.deleted_at is not None:
            raise Refusal(f"{owner.full_name} is in the trash. Bring them back first.")
        if stored.deleted_at is not None:
            return change.restore(stored)
        if isinstance(stored, Pact) and stored.status is PactStatus.DISCARDED:
            return change.put(replace(stored, status=PactStatus.DRAFT))
        raise Refusal(f"That {stored.noun} is not in the trash.")


def bring_back_student(caseload: Caseload, student_id: str, *, as_it_was: bool = False, **fields: Any) -> Student:
    """Make a student who left, is on leave or is in the trash active again, with these fields of Student.

    From the trash everything comes back that was deleted with them; what had been deleted before stays there. `as_it_was`
    leaves one there who had left before they were deleted. Refuses one who is in the caseload.
    """
    with caseload.store.change("Student brought back", caseload.now()) as change:
        student = change.need(Student, student_id)
        for record in file_in_trash(caseload, student):
            change.restore(record)
        if student.deleted_at is None:
            return put_back(caseload, change, student, **fields)
        back = change.restore(student)
        refuse_taken_number(change, fields.get("student_number", "") or back.student_number, but=back)
        if back.status is Status.ACTIVE or as_it_was:
            return change.put(replace(back, **fields))
        return put_back(caseload, change, back, **fields)


def file_in_trash(caseload: Caseload, student: Student) -> Iterator[Record]:
    """The records in the trash that were deleted together with a student."""
    for kind in REFERENCES:
        for record in caseload.store.trash(kind) if student.deleted_at is not None else ():
            if getattr(record, "student", "") == student.id and record.deleted_at == student.deleted_at:
                yield record
