"""End several pacts at once: each with its outcome, or paused."""

from collections.abc import Iterable
from typing import NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.pact.life import closed, paused
from advisory.rules.refusal import Refusal
from advisory.rules.year_end.pact_ending import PactEnding


class Ending(NamedTuple):
    """How one pact ends, decided by the advisor: what the student says, and what comes next, if it closes."""

    shown: Pact
    ending: PactEnding
    said: str = ""
    comes_next: str = ""


def end_pacts(caseload: Caseload, endings: Iterable[Ending]) -> list[Pact]:
    """Close or pause the pacts in one change, and return those that changed.

    One that goes on stays as it is, and so does one that is closed or paused already.
    All or nothing: refuses the first that lacks the student's words or what comes next, and names whose it is. Raises
    Conflict if one changed meanwhile.
    """
    ended = [(one.shown, _ended(caseload, one)) for one in endings if not _is_there(one)]
    if not ended:
        return []
    with caseload.store.change("Pacts of the year settled", caseload.now()) as change:
        return [change.put(pact, shown=shown) for shown, pact in ended]


def _is_there(one: Ending) -> bool:
    is_paused = one.ending is PactEnding.PAUSE and one.shown.status is PactStatus.PAUSED
    return one.ending is PactEnding.GOES_ON or one.shown.status is PactStatus.CLOSED or is_paused


def _ended(caseload: Caseload, one: Ending) -> Pact:
    try:
        if one.ending.outcome is None:
            return paused(one.shown)
        return closed(one.shown, caseload.today, one.ending.outcome, one.said, one.comes_next)
    except Refusal as refusal:
        raise Refusal(f"{caseload.names[one.shown.student]}, {one.shown.called}: {refusal}") from refusal
