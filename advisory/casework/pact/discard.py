"""Give a draft or a proposal up."""

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import discarded


def discard_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Discard the pact as `shown`; it stays in the file. Refuses one that has begun. Raises Conflict when it was changed."""
    with caseload.store.change("Pact discarded", caseload.now()) as change:
        return change.put(discarded(shown), shown=shown)
