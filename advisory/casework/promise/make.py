"""Record a promise."""

from datetime import date
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp, Student
from advisory.model.day_order import show_date
from advisory.model.words import Party, PromiseStatus
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal
from advisory.store import Change


def make_promise(
    caseload: Caseload,
    student_id: str,
    text: str,
    *,
    due_on: date | None = None,
    owner: Party = Party.ADVISOR,
    source: str = "",
) -> FollowUp:
    """Record a promise, the advisor's by default. Refuses an empty one and a due date in the past."""
    refuse_promise(text, due_on, caseload.today)
    with caseload.store.change(f"{promise_of(owner)} made", caseload.now()) as change:
        return add_promise(change, student_id, text, due_on=due_on, owner=owner, source=source)


def refuse_promise(text: str, due_on: date | None, today: date) -> None:
    """Refuse an empty promise, or one due in the past."""
    if not text.strip():
        raise Refusal("What did you promise? Type it in a few words.")
    if due_on is not None and due_on < today:
        raise Refusal(f"{show_date(due_on)} is in the past (today is {show_date(today)}). Choose today or a later day.")


def add_promise(change: Change, student_id: str, text: str, *, owner: Party = Party.ADVISOR, **fields: Any) -> FollowUp:
    """Add an open promise to a change; `fields` are FollowUp's. Raises Missing for an unknown student."""
    student = change.need(Student, student_id)
    return change.add(FollowUp, student=student.id, text=text.strip(), owner=owner, status=PromiseStatus.OPEN, **fields)
