"""Move a promise to the student it was really made to."""

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.whose.going_along import going_along
from advisory.model import FollowUp
from advisory.rules.promise.owner import promise_of


def move_promise(caseload: Caseload, shown: FollowUp, student_id: str) -> FollowUp:
    """Give the promise `shown` to another student. It keeps its source only if that is about the same student."""
    if shown.student == student_id:
        return shown
    with caseload.store.change(f"{promise_of(shown.owner)} moved to another student", caseload.now()) as change:
        along = going_along(caseload, shown, student_id)
        return change.put(replace(shown, student=student_id, **along.fields), shown=shown)
