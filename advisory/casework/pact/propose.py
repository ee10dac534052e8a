"""Lay a draft before the student."""

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import proposed


def propose_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Make the draft as `shown` a proposal. Refuses what is none. Raises Conflict when it was changed meanwhile."""
    with caseload.store.change("Pact proposed", caseload.now()) as change:
        return change.put(proposed(shown), shown=shown)
