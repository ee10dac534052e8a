"""Record a feedback conversation: the check-in, the next action, and the day to look again."""

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import add_check_in
from advisory.casework.partnership.this_year import put_partnership, this_years_partnership
from advisory.casework.promise.make import add_promise, refuse_promise
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import CheckIn, FollowUp, Pact, Student
from advisory.model.words import Kind, PactStatus, Word
from advisory.rules.pact.keeping import with_next_review
from advisory.rules.refusal import Refusal
from advisory.store import Change

LOOK_AGAIN = "review what you two talked about"
WHAT = "Feedback conversation"


class Whose(Word):
    """Who takes the next action."""

    MINE = "mine", "yours: you promise it"
    OURS = "ours", "theirs: the partnership's next step"
    BOTH = "both", "both: your promise, and the next step"


class Held(NamedTuple):
    """What was recorded. The day to look again is the pact's next review, or the due date of a promise.

    `look_again` is a promise made only to record that day, when there is neither a pact nor another promise.
    """

    check_in: CheckIn
    promise: FollowUp | None = None
    look_again: FollowUp | None = None
    next_step: str = ""
    review_on: date | None = None


def hold_feedback(
    caseload: Caseload,
    student_id: str,
    *,
    saw: str,
    difficulty: str = "",
    student_says: str = "",
    next_action: str = "",
    whose: Whose = Whose.MINE,
    again_on: date | None = None,
) -> Held:
    """Record a conversation held today, in one change. With an active pact it is a pact review.

    The next action becomes the advisor's promise, due on the day to look again, or the partnership's next step, or
    both. With an active pact that day becomes its next review, and nobody has to agree again, since it is within the
    agreed rhythm. Refuses a conversation without `saw`, a past day, and a day beyond the pact's rhythm or end.
    """
    if not saw.strip():
        raise Refusal(
            "What did you see? A few words at “Say exactly what you see” are enough; the rest can stay empty."
        )
    action = next_action.strip()
    refuse_promise(action or LOOK_AGAIN, again_on, caseload.today)
    with caseload.store.change(WHAT, caseload.now()) as change:
        pact = _active_pact(change, student_id)
        looked = (
            with_next_review(pact, again_on, change.at, caseload.today, caseload.calendar)
            if pact and again_on
            else None
        )
        check_in = add_check_in(
            change,
            student_id,
            Kind.PACT_REVIEW if pact else Kind.ONE_TO_ONE,
            happened_on=caseload.today,
            line=saw.strip(),
            body=difficulty.strip(),
            student_says=student_says.strip(),
            pact=pact.id if pact else "",
        )
        end_leave_if_met(change, (check_in,), caseload.today)
        promise, look_again, next_step = None, None, ""
        if action and whose is not Whose.OURS:
            promise = add_promise(change, student_id, action, due_on=again_on, source=check_in.id)
        if action and whose is not Whose.MINE:
            partnership = this_years_partnership(caseload, change, change.need(Student, student_id))
            next_step = put_partnership(change, replace(partnership, next_step=action)).next_step
        if looked:
            change.put(looked)
        elif again_on and not promise:
            look_again = add_promise(change, student_id, LOOK_AGAIN, due_on=again_on, source=check_in.id)
        return Held(check_in, promise, look_again, next_step, again_on if looked else None)


def _active_pact(change: Change, student_id: str) -> Pact | None:
    """The active pact; of several, the one with the earliest review."""
    active = (pact for pact in change.of_student(Pact, student_id) if pact.status is PactStatus.ACTIVE)
    return min(active, key=lambda pact: (pact.next_review_on or date.max, pact.id), default=None)
