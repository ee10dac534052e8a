"""Make a student focal, to see them more often for a while, or end it."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.rules.refusal import Refusal


def set_focal(caseload: Caseload, student_id: str, *, focal: bool, why: str = "") -> Student:
    """Make a student focal, or end it. A focal student keeps their earlier reason if `why` is empty.

    Refuses a student who left the caseload.
    """
    with caseload.store.change("Focal student" if focal else "No longer focal", caseload.now()) as change:
        student = change.need(Student, student_id)
        if focal and not student.is_current:
            raise Refusal(f"{student.full_name} has left the caseload ({student.status.label}).")
        reason = (why.strip() or student.focal_why) if focal else ""
        return change.put(replace(student, focal=focal, focal_why=reason))
