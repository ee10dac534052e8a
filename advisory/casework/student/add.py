"""Add a student to the caseload, with a partnership that begins in Rapport."""

from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.model import Partnership, Student
from advisory.model.words import Stage
from advisory.rules.days.school_days import school_year
from advisory.rules.refusal import Refusal
from advisory.store import Change


def add_student(caseload: Caseload, **fields: Any) -> Student:
    """Add one student; `fields` are Student's. Refuses a student number that is taken."""
    with caseload.store.change("New student", caseload.now()) as change:
        refuse_taken_number(change, fields.get("student_number", ""))
        return put_new(caseload, change, **fields)


def put_new(caseload: Caseload, change: Change, **fields: Any) -> Student:
    """Add a student to a change, which has to check student numbers itself."""
    today = caseload.today
    student = change.add(Student, **{"joined_on": today, **fields})
    change.add(Partnership, student=student.id, school_year=school_year(today), stage=Stage.RAPPORT, entered_on=today)
    return student


def refuse_taken_number(change: Change, number: str, but: Student | None = None) -> None:
    """Refuse a student number that another student has."""
    for other in change.all(Student) if number else ():
        if other.student_number == number and (but is None or other.id != but.id):
            raise Refusal(f"Student number {number} already belongs to {other.full_name}.")
