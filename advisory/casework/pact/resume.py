"""Resume a paused pact."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import resumed

from .activate import Beside, settle_beside


def resume_pact(
    caseload: Caseload, shown: Pact, next_review_on: date | None = None, *, beside: Beside = Beside.ASK
) -> Pact:
    """Make the paused pact `shown` active again, with a new day for the next review if one is given.

    Refuses a next review in the past. Raises SecondPact and Conflict as activate_pact does.
    """
    with caseload.store.change("Pact resumed", caseload.now()) as change:
        pact = resumed(shown, change.at, caseload.today, next_review_on)
        settle_beside(change, pact, beside)
        return change.put(pact, shown=shown)
