"""Write down a feedback conversation: the check-in, and what the two of them go away with."""

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from advisory.model import CheckIn, FollowUp, Pact, Student
from advisory.model.words import Kind, PactStatus, Word
from advisory.rules.pact_keeping import next_look, with_next_review
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .caseload import Caseload
from .make_promise import add_promise, refuse_promise
from .partnership import this_years
from .record_check_in import add_check_in

LOOK_AGAIN = "look again"
WHAT = "Feedback conversation"


class Whose(Word):
    """Who goes on with the next action."""

    MINE = "mine", "mine: I promise it"
    OURS = "ours", "theirs: the partnership's next step"
    BOTH = "both", "both: my promise, and the next step"


class Held(NamedTuple):
    """What was written down. `look_again` is the promise that stands for the day, where it needed one of its own.

    `next_review_on` is the day, where it became the next look of the student's pact.
    """

    check_in: CheckIn
    promise: FollowUp | None = None
    look_again: FollowUp | None = None
    next_step: str = ""
    next_review_on: date | None = None


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
    """Record a conversation held today, in one change: a pact review when the student has an active pact.

    The next action becomes my promise, due on the day the two look again, or the partnership's next step, or both.
    A day in the rhythm of an active pact is its next look, which both agreed to already (DESIGN §5); a later one is
    kept as a promise to look again.
    Refuses a conversation of which nothing was seen, and a day gone by.
    """
    if not saw.strip():
        raise Refusal(
            "What did you see? At “Say exactly what you see” a few words are enough; the rest may stay empty."
        )
    action = next_action.strip()
    refuse_promise(action or LOOK_AGAIN, again_on, caseload.today)
    with caseload.store.change(WHAT, caseload.now()) as change:
        pact = _active_pact(change, student_id)
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
        promise, look_again, next_step = None, None, ""
        if action and whose is not Whose.OURS:
            promise = add_promise(change, student_id, action, due_on=again_on, source=check_in.id)
        if action and whose is not Whose.MINE:
            partnership = this_years(caseload, change, change.need(Student, student_id))
            next_step = change.put(replace(partnership, next_step=action)).next_step
        if pact and again_on and _is_in_rhythm(caseload, pact, again_on):
            pact = change.put(with_next_review(pact, again_on, caseload.today))
        if again_on is not None and not _is_kept(again_on, pact, promise):
            text = f"{LOOK_AGAIN} at {pact.called if pact else 'what we talked about'}"
            look_again = add_promise(change, student_id, text, due_on=again_on, source=check_in.id)
        is_next_look = pact is not None and pact.next_review_on == again_on
        return Held(check_in, promise, look_again, next_step, again_on if is_next_look else None)


def _is_in_rhythm(caseload: Caseload, pact: Pact, day: date) -> bool:
    """Whether a pact's next look may be on a day without asking anybody again: not later than its rhythm has it."""
    latest = next_look(pact, caseload.today, caseload.calendar)
    return latest is not None and day <= latest


def _is_kept(again_on: date, pact: Pact | None, promise: FollowUp | None) -> bool:
    """Whether the day is remembered already: by the pact's own review, or without a pact by the promise."""
    return pact.next_review_on == again_on if pact else promise is not None


def _active_pact(change: Change, student_id: str) -> Pact | None:
    active = (pact for pact in change.of_student(Pact, student_id) if pact.status is PactStatus.ACTIVE)
    return next(active, None)
