"""Take a student off the plan."""

from advisory.caseload.caseload import Caseload
from advisory.model import PlannedTalk, Student
from advisory.rules.refusal import Refusal


def unplan_talk(caseload: Caseload, student_id: str) -> None:
    """Take a student off the plan. Refuses one who is not on it."""
    with caseload.store.change("Taken off the plan", caseload.now()) as change:
        student = change.need(Student, student_id)
        if caseload.planned_talk(student_id) is None:
            raise Refusal(f"{student.full_name} is not on the plan.")
        for plan in change.of_student(PlannedTalk, student_id):
            change.remove(plan)
