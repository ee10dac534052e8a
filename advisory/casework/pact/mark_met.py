"""Tick a success line of a pact."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.keeping import with_met


def mark_met(caseload: Caseload, shown: Pact, number: int, on: date | None) -> Pact:
    """Mark success line `number` (from 0) of the pact as `shown` as met on a day, or with None as not met yet.

    Refuses a pact that two don't keep now, a day to come and one before it began. Raises Conflict when it was changed.
    """
    what = "Not met yet after all" if on is None else "Success line met"
    with caseload.store.change(what, caseload.now()) as change:
        return change.put(with_met(shown, number, on, caseload.today), shown=shown)
