"""Make a student focal, to see them more often for a while, or end it."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.rules.refusal import Refusal


def set_focal(caseload: Caseload, student_id: str, *, focal: bool, why: str = "") -> Student:
    """Make a student focal from today on, or end it.

    Who is focal already stays so since the same day, and keeps the earlier reason if `why` is empty. Refuses a student who left the caseload.
    """
    with caseload.store.change("Focal student" if focal else "No longer focal", caseload.now()) as change:
        student = change.need(Student, student_id)
        if focal and not student.is_current:
            raise Refusal(f"{student.full_name} has left the caseload ({student.status.label}).")
        if not focal:
            return change.put(replace(student, focal=False, focal_why="", focal_since=None))
        since = student.focal_since if student.focal else caseload.today
        return change.put(replace(student, focal=True, focal_why=why.strip() or student.focal_why, focal_since=since))
