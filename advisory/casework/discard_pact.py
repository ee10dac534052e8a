"""Give a draft or a proposal up."""

from advisory.model import Pact
from advisory.rules.pact_life import discarded

from .caseload import Caseload


def discard_pact(caseload: Caseload, shown: Pact) -> Pact:
    """Discard the pact as `shown`; it stays in the file. Refuses one that has begun. Raises Conflict when it was changed."""
    with caseload.store.change("Pact discarded", caseload.now()) as change:
        return change.put(discarded(shown), shown=shown)
