"""Record who has agreed to a pact as it is worded now."""

from collections.abc import Iterable

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.pact.life import Yes, agreed, proposed


def agree_to_pact(caseload: Caseload, shown: Pact, yes: Iterable[Yes]) -> Pact:
    """Record agreements to the present revision, given today. Agreeing to a draft proposes it too.

    Refuses a pact that has begun or is over. Raises Conflict if it changed meanwhile.
    """
    with caseload.store.change("Pact agreed to", caseload.now()) as change:
        return change.put(agreed(as_proposal(shown), yes, caseload.today), shown=shown)


def as_proposal(pact: Pact) -> Pact:
    """The pact; a draft is turned into a proposal."""
    return proposed(pact) if pact.status is PactStatus.DRAFT else pact
