"""Write down who has agreed to a pact as it reads now."""

from collections.abc import Iterable

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.pact.life import Yes, agreed, proposed


def agree_to_pact(caseload: Caseload, shown: Pact, yes: Iterable[Yes]) -> Pact:
    """Record agreements of today to the present revision; a draft that is agreed to has been proposed by that.

    Refuses a pact that both keep already or that is over. Raises Conflict when it was changed meanwhile.
    """
    with caseload.store.change("Pact agreed to", caseload.now()) as change:
        return change.put(agreed(laid_before(shown), yes, caseload.today), shown=shown)


def laid_before(pact: Pact) -> Pact:
    """The pact as a proposal where it is still a draft."""
    return proposed(pact) if pact.status is PactStatus.DRAFT else pact
