"""Take a student out of the caseload, and back; nothing written about them is lost."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.store import Change


def archive_student(caseload: Caseload, student_id: str, status: Status = Status.ARCHIVED) -> Student:
    """Set a student aside as archived, transferred or graduated, as of today."""
    with caseload.store.change(f"Student {status.label}", caseload.now()) as change:
        return put_aside(caseload, change, change.need(Student, student_id), status)


def put_aside(caseload: Caseload, change: Change, student: Student, status: Status) -> Student:
    """The same inside a larger change."""
    if not student.is_current:
        raise Refusal(f"{student.full_name} has left the caseload already ({student.status.label}).")
    left_on = max(caseload.today, student.joined_on or caseload.today)
    return change.put(msgspec.structs.replace(student, status=status, left_on=left_on))


def bring_back(caseload: Caseload, student_id: str) -> Student:
    """Take a student who left into the caseload again, with all that was written before."""
    with caseload.store.change("Student back in the caseload", caseload.now()) as change:
        student = change.need(Student, student_id)
        if student.is_current:
            raise Refusal(f"{student.full_name} is in the caseload.")
        return change.put(msgspec.structs.replace(student, status=Status.ACTIVE, left_on=None))
