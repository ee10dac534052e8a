"""Discard a draft or a proposal."""

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import discarded


def discard_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Discard the pact `shown`. Refuses one that has begun. Raises Conflict if it changed meanwhile."""
    with caseload.store.change("Pact discarded", caseload.now()) as change:
        return change.put(discarded(shown), shown=shown)
