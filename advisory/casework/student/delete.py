"""Delete a student: their whole file goes to the trash together, and comes back together."""

from advisory.caseload.caseload import Caseload
from advisory.model import Record, Student
from advisory.model.reference import REFERENCES
from advisory.rules.refusal import Refusal


def whole_file(caseload: Caseload, student_id: str) -> list[Record]:
    """Every record about a student that is not in the trash, without the student's own."""
    return [record for kind in REFERENCES for record in caseload.store.of_student(kind, student_id)]


def delete_student(caseload: Caseload, student_id: str) -> Student:
    """Move a student and everything written about them to the trash, in one change. Refuses one who is there already."""
    with caseload.store.change("Student deleted", caseload.now()) as change:
        student = change.need(Student, student_id)
        if student.deleted_at is not None:
            raise Refusal(f"{student.full_name} is in the trash already.")
        for kind in REFERENCES:
            for record in change.of_student(kind, student_id):
                change.remove(record)
        return change.remove(student)
