"""How an open pact could end with the year: proposals with what they rest on, which the advisor and the student decide."""

from datetime import date
from typing import NamedTuple

from advisory.model import Pact
from advisory.model.words import PactOutcome, PactStatus, Word

_NEW = 42
"""A pact that began this many days ago or fewer has had no time to show anything."""


class PactEnding(Word):
    """What becomes of a pact at the end of the year."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_YET = "not_yet"
    PAUSE = "pause", "pause it"
    GOES_ON = "goes_on", "it goes on"

    @property
    def outcome(self) -> PactOutcome | None:
        """How the pact closed; None if it doesn't."""
        return PactOutcome(self.value) if self.value in set(PactOutcome) else None


class Proposal(NamedTuple):
    """How a pact could end, and why."""

    ending: PactEnding
    why: str


def is_settled(pact: Pact, next_year_on: date) -> bool:
    """Whether a pact that was agreed to needs nothing at the end of the year: it is paused, or ends next year."""
    return pact.status is PactStatus.PAUSED or (pact.target_on is not None and pact.target_on >= next_year_on)


def propose_ending(pact: Pact, today: date, next_year_on: date, *, is_leaving: bool) -> Proposal:
    """How an agreed pact could end. One that goes on needs a student who stays."""
    met, lines = pact.success_met, len(pact.success_evidence)
    why = f"{met} of {lines} met"
    if lines and met == lines:
        return Proposal(PactEnding.MET, why)
    if not is_leaving and pact.target_on is not None and pact.target_on >= next_year_on:
        return Proposal(PactEnding.GOES_ON, f"{why}, it ends next year")
    if met:
        return Proposal(PactEnding.PARTLY_MET, why)
    if not is_leaving and pact.start_on is not None and (today - pact.start_on).days <= _NEW:
        return Proposal(PactEnding.PAUSE, f"{why}, begun lately")
    return Proposal(PactEnding.NOT_YET, why)
