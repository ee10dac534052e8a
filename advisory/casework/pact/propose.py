"""Propose a draft to the student."""

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import proposed


def propose_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Make the draft `shown` a proposal. Refuses any other pact. Raises Conflict if it changed meanwhile."""
    with caseload.store.change("Pact proposed", caseload.now()) as change:
        return change.put(proposed(shown), shown=shown)
