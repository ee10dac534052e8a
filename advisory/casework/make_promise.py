"""Write down a promise."""

from datetime import date

from advisory.model import FollowUp, Student
from advisory.model.words import Party, PromiseStatus
from advisory.rules.refusal import Refusal

from .caseload import Caseload


def make_promise(
    caseload: Caseload,
    student_id: str,
    text: str,
    *,
    due_on: date | None = None,
    owner: Party = Party.ADVISOR,
    source: str = "",
) -> FollowUp:
    """Record a promise, the advisor's own unless said otherwise. Refuses an empty one and a due date gone by."""
    if not text.strip():
        raise Refusal("What did you promise? Type it in a few words.")
    if due_on is not None and due_on < caseload.today:
        raise Refusal(
            f"{due_on.isoformat()} has gone by (today is {caseload.today.isoformat()}): choose today or a later day."
        )
    with caseload.store.change("Promise made", caseload.now()) as change:
        student = change.need(Student, student_id)
        return change.add(
            FollowUp,
            student=student.id,
            text=text.strip(),
            owner=owner,
            status=PromiseStatus.OPEN,
            due_on=due_on,
            source=source,
        )
