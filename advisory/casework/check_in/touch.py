"""Mark a student as seen today, without a note."""

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import add_check_in
from advisory.casework.student.mark_away import end_leave
from advisory.model import CheckIn
from advisory.model.words import Kind


def touch(caseload: Caseload, student_id: str) -> CheckIn:
    """Record a quick touch. A student who was marked as not here today is here after all."""
    with caseload.store.change(f"Check-in: {Kind.QUICK_TOUCH.label}", caseload.now()) as change:
        end_leave(change, student_id, caseload.today)
        return add_check_in(change, student_id, Kind.QUICK_TOUCH, happened_on=caseload.today)
