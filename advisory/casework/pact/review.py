"""Record a pact's review: the check-in, and the day of the next review."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import add_check_in
from advisory.casework.pact.mark_kept import note_kept_sign
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import CheckIn, Pact
from advisory.model.words import Kind, Observer, PactStatus
from advisory.rules.pact.keeping import Marked, with_marks, with_next_review
from advisory.rules.refusal import Refusal
from advisory.store import Change


class Reviewed(NamedTuple):
    """The pact with its next review, and the check-in: None if today's exists already and no words were given."""

    pact: Pact
    check_in: CheckIn | None


def review_pact(
    caseload: Caseload,
    shown: Pact,
    next_review_on: date,
    line: str = "",
    *,
    student_says: str = "",
    marks: Sequence[Marked] = (),
    **fields: Any,
) -> Reviewed:
    """Record that the two reviewed the active pact `shown` today, and the day of the next review, in one change.

    It also marks the lines `marks` as met or kept today. Nobody has to agree to a day within the agreed rhythm. `fields` are CheckIn's. Refuses a pact that is not active,
    and a day in the past, beyond the rhythm or after the pact's end. Raises Conflict if the pact changed meanwhile.
    """
    if shown.status is not PactStatus.ACTIVE:
        raise Refusal(f"This pact is {shown.status.said}: only an active pact can be reviewed.")
    at, today = caseload.now(), caseload.today
    looked = with_marks(with_next_review(shown, next_review_on, at, today, caseload.calendar), marks, today)
    words: dict[str, Any] = {"line": line.strip(), "student_says": student_says.strip()}
    with caseload.store.change("Pact reviewed", at) as change:
        pact = change.put(looked, shown=shown)
        for mark in marks:
            if mark.side is Observer.ADVISOR:
                note_kept_sign(change, pact, mark.number, today)
        if not any(words.values()) and _is_written(change, pact, today):
            return Reviewed(pact, None)
        held = add_check_in(change, pact.student, Kind.PACT_REVIEW, happened_on=today, pact=pact.id, **words, **fields)
        end_leave_if_met(change, (held,), today)
        return Reviewed(pact, held)


def _is_written(change: Change, pact: Pact, today: date) -> bool:
    return any(
        seen.kind is Kind.PACT_REVIEW and seen.pact == pact.id and seen.happened_on == today
        for seen in change.check_ins_of(pact.student)
    )
