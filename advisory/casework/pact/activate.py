"""Let a pact begin: from here on both keep it."""

from collections.abc import Iterable

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus, Word
from advisory.rules.pact.life import Yes, activated, agreed, paused
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .agree import laid_before


class Beside(Word):
    """What becomes of another active pact of the same student."""

    ASK = "ask"
    KEEP = "keep", "keep both"
    PAUSE = "pause", "pause the other"


class SecondPact(Refusal):
    """The student has an active pact already: `others`."""

    def __init__(self, others: list[Pact]) -> None:
        self.others = others
        named = "; ".join(f"“{pact.called}”" for pact in others)
        super().__init__(f"There is an active pact already: {named}. Keep both, or pause the other.")


def activate_pact(caseload: Caseload, shown: Pact, yes: Iterable[Yes] = (), *, beside: Beside = Beside.ASK) -> Pact:
    """Let the pact as `shown` begin, with any agreements that are given now, in one change.

    Refuses with the list of what is missing. Raises SecondPact while another is active and nobody said what becomes of
    it, Conflict when the pact was changed meanwhile.
    """
    with caseload.store.change("Pact begun", caseload.now()) as change:
        given = tuple(yes)
        laid = laid_before(shown)
        proposal = agreed(laid, given, caseload.today) if given else laid
        begun = activated(proposal, caseload.today)
        settle_beside(change, begun, beside)
        return change.put(begun, shown=shown)


def settle_beside(change: Change, pact: Pact, beside: Beside) -> None:
    """Do with the student's other active pacts as told. Raises SecondPact when nothing was."""
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
