"""The feedback conversation with the highlighted student."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisory.model import Evidence, Pact
from advisory.model.words import PactStatus
from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.desk import Desk
from advisory.tui.prose import day

if TYPE_CHECKING:
    from advisory.casework.learning.hold_feedback import Held
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def feedback(screen: "CaseScreen") -> None:
    """Show the nine moves of a feedback conversation; what was written down is saved at the end."""
    from advisory.casework.learning.hold_feedback import Whose, hold_feedback
    from advisory.tui.dialogs.feedback import FIELDS, FeedbackDialog

    desk, student_id = screen.desk, screen.highlighted.student

    def hold(values: Values) -> None:
        held = hold_feedback(
            desk.caseload,
            student_id,
            **{name: values[name] for name in ("saw", "difficulty", "student_says", "next_action")},
            whose=Whose(values["whose"]),
            again_on=desk.day(values["again_on"]) if values["again_on"].strip() else None,
        )
        screen.say(f"Saved: {', '.join(_written(desk, held))}", student_id)

    heading, aids = f"Feedback with {desk.name(student_id)}", dict(_aids(desk, student_id))
    await fill(screen, "feedback", heading, FIELDS, hold, record_id=student_id, kind=FeedbackDialog, more=aids)


def _written(desk: Desk, held: "Held") -> Iterator[str]:
    """What was saved, without anyone's words: `conversation`, `next step`, `promise until Fri`."""
    yield held.check_in.kind.label
    if held.next_step:
        yield "next step"
    if held.review_on:
        yield f"next review {day(held.review_on, desk.caseload.today)}"
    promise = held.promise or held.look_again
    if promise:
        due_on = promise.due_on if promise.due_on != held.review_on else None
        yield f"promise due {day(due_on, desk.caseload.today)}" if due_on else "promise"


def _aids(desk: Desk, student_id: str) -> Iterator[tuple[str, str]]:
    """Move → a reminder shown with it: what the student said last, what was seen, the target. None under the shade."""
    today = desk.caseload.today
    if desk.prose.is_shaded:
        return
    store, note = desk.caseload.store, desk.prose.note
    quoted = next((one for one in reversed(store.check_ins_of(student_id)) if one.student_says), None)
    if quoted and not desk.keeps_back(quoted):
        yield "reconnect", f"They said, {day(quoted.happened_on, today)}: “{note(quoted.student_says)}”"
    seen = max(store.of_student(Evidence, student_id), key=lambda one: (one.seen_on, one.id), default=None)
    if seen:
        yield "believe", f"You saw, {day(seen.seen_on, today)}: {note(seen.seen)}"
    active = (pact for pact in store.of_student(Pact, student_id) if pact.status is PactStatus.ACTIVE)
    pact = next(active, None)
    if pact is not None:
        yield "feedback", f"The target: {note(pact.learning_target)}"
        if pact.next_review_on:
            review = day(pact.next_review_on, today)
            until = f", ends {day(pact.target_on, today)}" if pact.target_on else ""
            yield (
                "date",
                f"The pact says {review}. Another day becomes its next review{until}.",
            )
