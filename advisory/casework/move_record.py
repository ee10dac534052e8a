"""Move a check-in, a promise, a fact or a piece of evidence to the student it is really about."""

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.learning.edit_evidence import edit_evidence
from advisory.casework.learning.edit_fact import edit_fact
from advisory.casework.promise.move import move_promise
from advisory.casework.whose.going_along import Movable
from advisory.model import CheckIn, Evidence, FollowUp, KnownWell


def move_record(caseload: Caseload, shown: Movable, student_id: str) -> Movable:
    """Give the record `shown` to another student, in one change, with what depends on it.

    Moving it to the same student changes nothing.

    Refuses a student in the trash, and one who is in the same group entry already. Raises Missing for an unknown
    student, Conflict if the record changed meanwhile.
    """
    match shown:
        case CheckIn():
            return edit_check_in(caseload, shown, student=student_id)
        case Evidence():
            return edit_evidence(caseload, shown, student=student_id)
        case KnownWell():
            return edit_fact(caseload, shown, student=student_id)
        case FollowUp():
            return move_promise(caseload, shown, student_id)
