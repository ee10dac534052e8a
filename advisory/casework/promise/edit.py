"""Correct a promise: its text, its day, an earlier one too, and whose it is."""

from datetime import date

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.casework.whose.going_along import going_along
from advisory.model import FollowUp
from advisory.model.words import Party
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal

from .keep import open_promise


def edit_promise(
    caseload: Caseload, shown: FollowUp, *, text: str, due_on: date | None, owner: Party, student: str = ""
) -> FollowUp:
    """Correct the open promise `shown`. Its day may be any, as it was promised for that day; how often it was put off stays.

    With another `student` it is moved to them. Refuses an empty text, and a promise that is done or dropped. Raises Conflict if it changed meanwhile.
    """
    if not text.strip():
        raise Refusal("What was promised? Type it in a few words.")
    student = student or shown.student
    edited = msgspec.structs.replace(shown, student=student, text=text.strip(), due_on=due_on, owner=owner)
    if edited == shown:
        return shown
    done = "edited" if student == shown.student else "moved to another student"
    with caseload.store.change(f"{promise_of(owner)} {done}", caseload.now()) as change:
        open_promise(change, shown.id)
        if student != shown.student:
            edited = msgspec.structs.replace(edited, **going_along(caseload, shown, student).fields)
        return change.put(edited, shown=shown)
