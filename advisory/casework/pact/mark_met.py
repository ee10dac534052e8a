"""Mark a success line of a pact as met, or as not met."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.keeping import with_met


def mark_met(caseload: Caseload, shown: Pact, number: int, on: date | None) -> Pact:
    """Mark success line `number` (from 0) of the pact `shown` as met on a day, or as not met if `on` is None.

    Refuses a pact that is not active, a future day and a day before it began. Raises Conflict if it changed meanwhile.
    """
    what = "Mark removed: not met yet" if on is None else "Success line met"
    with caseload.store.change(what, caseload.now()) as change:
        return change.put(with_met(shown, number, on, caseload.today), shown=shown)
