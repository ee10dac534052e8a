"""Begin a pact that both have agreed to."""

from collections.abc import Iterable

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus, Word
from advisory.rules.pact.life import Yes, activated, agreed, paused
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .agree import as_proposal


class Beside(Word):
    """What to do with another active pact of the same student."""

    ASK = "ask"
    KEEP = "keep", "keep both"
    PAUSE = "pause", "pause the other"


class SecondPact(Refusal):
    """The student already has active pacts, `others`, and it was not said what to do with them."""

    def __init__(self, others: list[Pact]) -> None:
        self.others = others
        named = "; ".join(f"“{pact.called}”" for pact in others)
        super().__init__(f"There is already an active pact: {named}. Keep both, or pause the other.")


def activate_pact(caseload: Caseload, shown: Pact, yes: Iterable[Yes] = (), *, beside: Beside = Beside.ASK) -> Pact:
    """Begin the pact `shown`, with any agreements given now, in one change.

    Refuses a pact that is incomplete, and lists what is missing. Raises SecondPact if another pact is active and
    `beside` does not say what to do with it, and Conflict if the pact changed meanwhile.
    """
    with caseload.store.change("Pact begun", caseload.now()) as change:
        given = tuple(yes)
        proposal = as_proposal(shown)
        agreed_to = agreed(proposal, given, caseload.today) if given else proposal
        begun = activated(agreed_to, caseload.today)
        settle_beside(change, begun, beside)
        return change.put(begun, shown=shown)


def settle_beside(change: Change, pact: Pact, beside: Beside) -> None:
    """Keep or pause the student's other active pacts. Raises SecondPact if `beside` does not say which."""
    others = [
        other
        for other in change.of_student(Pact, pact.student)
        if other.status is PactStatus.ACTIVE and other.id != pact.id
    ]
    if others and beside is Beside.ASK:
        raise SecondPact(others)
    if beside is Beside.PAUSE:
        for other in others:
            change.put(replace(other, status=paused(other).status))
