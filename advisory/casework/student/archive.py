"""Take a student out of the caseload; their records stay."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.store import Change


def archive_student(caseload: Caseload, student_id: str, status: Status = Status.ARCHIVED) -> Student:
    """Mark a student as archived, transferred or graduated today. Refuses one who has already left."""
    with caseload.store.change(f"Student {status.label}", caseload.now()) as change:
        return put_aside(caseload, change, change.need(Student, student_id), status)


def put_aside(caseload: Caseload, change: Change, student: Student, status: Status) -> Student:
    """Mark a student as having left, inside a change. Refuses one who has already left."""
    if not student.is_current:
        raise Refusal(f"{student.full_name} has already left the caseload ({student.status.label}).")
    left_on = max(caseload.today, student.joined_on or caseload.today)
    return change.put(msgspec.structs.replace(student, status=status, left_on=left_on))
