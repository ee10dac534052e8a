"""Bring a student who has left, or is on leave, back into the caseload."""

from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .add import refuse_taken_number
from .archive import end_open_leave


def who_left(caseload: Caseload) -> list[Student]:
    """The students who were archived, transferred or graduated, the last to leave first."""
    left = (student for student in caseload.store.all(Student) if not student.is_current)
    return sorted(left, key=lambda student: (str(student.left_on or ""), student.id), reverse=True)


def unarchive_student(caseload: Caseload, student_id: str, **fields: Any) -> Student:
    """Make a student active again, with everything written before, and with these fields of Student.

    The days of a leave don't count for the clocks. Refuses one who is neither on leave nor has left.
    """
    with caseload.store.change("Student brought back", caseload.now()) as change:
        return put_back(caseload, change, change.need(Student, student_id), **fields)


def put_back(caseload: Caseload, change: Change, student: Student, **fields: Any) -> Student:
    """Make a student active again, inside a change. Refuses as unarchive_student does."""
    if student.status is Status.ACTIVE:
        raise Refusal(f"{student.full_name} is in the caseload already.")
    refuse_taken_number(change, fields.get("student_number", ""), but=student)
    end_open_leave(change, student, caseload.today)
    return change.put(msgspec.structs.replace(student, **{**fields, "status": Status.ACTIVE, "left_on": None}))
