"""Bring a student who has left back into the caseload."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal


def who_left(caseload: Caseload) -> list[Student]:
    """The students who were archived, transferred or graduated, the last to leave first."""
    left = (student for student in caseload.store.all(Student) if not student.is_current)
    return sorted(left, key=lambda student: (str(student.left_on or ""), student.id), reverse=True)


def unarchive_student(caseload: Caseload, student_id: str) -> Student:
    """Make a student active again, with everything written before. Refuses one who never left."""
    with caseload.store.change("Student brought back", caseload.now()) as change:
        student = change.need(Student, student_id)
        if student.is_current:
            raise Refusal(f"{student.full_name} is in the caseload already.")
        return change.put(msgspec.structs.replace(student, status=Status.ACTIVE, left_on=None))
