"""Pause an active pact."""

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import paused


def pause_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Pause the pact `shown`. Refuses one that is not active. Raises Conflict if it changed meanwhile."""
    with caseload.store.change("Pact paused", caseload.now()) as change:
        return change.put(paused(shown), shown=shown)
