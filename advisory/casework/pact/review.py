"""Hold a pact's review: the check-in, and when the two look again."""

from datetime import date
from typing import Any, NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import add_check_in
from advisory.model import CheckIn, Pact
from advisory.model.words import Kind, PactStatus
from advisory.rules.pact.keeping import moved_on
from advisory.rules.refusal import Refusal
from advisory.store import Change


class Reviewed(NamedTuple):
    """The pact with its next look, and the check-in; None where one of today stands already and nothing was added."""

    pact: Pact
    check_in: CheckIn | None


def review_pact(
    caseload: Caseload, shown: Pact, next_review_on: date, line: str = "", *, student_says: str = "", **fields: Any
) -> Reviewed:
    """Record that the two looked at the active pact as `shown` today, and the day of the next look, in one change.

    The rhythm was agreed to, so a day of it asks nobody again. `fields` are CheckIn's. Refuses a pact that is not
    active, a day gone by, one later than the rhythm and one after the pact's end. Raises Conflict when it was changed meanwhile.
    """
    if shown.status is not PactStatus.ACTIVE:
        raise Refusal(f"This pact is {shown.status.label}: two look again at one that they keep.")
    at, today = caseload.now(), caseload.today
    looked = moved_on(shown, next_review_on, at, today, caseload.calendar)
    told: dict[str, Any] = {"line": line.strip(), "student_says": student_says.strip()}
    with caseload.store.change("Pact reviewed", at) as change:
        pact = change.put(looked, shown=shown)
        if not any(told.values()) and _is_written(change, pact, today):
            return Reviewed(pact, None)
        held = add_check_in(change, pact.student, Kind.PACT_REVIEW, happened_on=today, pact=pact.id, **told, **fields)
        return Reviewed(pact, held)


def _is_written(change: Change, pact: Pact, today: date) -> bool:
    return any(
        seen.kind is Kind.PACT_REVIEW and seen.pact == pact.id and seen.happened_on == today
        for seen in change.check_ins_of(pact.student)
    )
