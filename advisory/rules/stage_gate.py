"""The soft gates between the stages of a partnership (DESIGN §5): they advise, the advisor decides."""

from collections.abc import Sequence

import msgspec

from advisory.model import Evidence, Indicator, Pact
from advisory.model.words import Direction, PactStatus, Stage

from .indicators import SIGN
from .refusal import Refusal

SIGNS_WANTED = 3
_STAGES = tuple(Stage)
_NUMBERS = ("no", "one", "two", "three")


class Gate(msgspec.Struct, frozen=True):
    """What the next stage asks for: how many of how many things are there, and the missing ones in words."""

    to_stage: Stage | None
    seen: int
    wanted: int
    missing: tuple[str, ...]

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def next_stage(stage: Stage) -> Stage | None:
    """The stage after this one; None after the last."""
    after = _STAGES.index(stage) + 1
    return _STAGES[after] if after < len(_STAGES) else None


def earlier_stage(stage: Stage) -> Stage | None:
    """The stage before this one; None before the first."""
    before = _STAGES.index(stage) - 1
    return _STAGES[before] if before >= 0 else None


def direction(from_stage: Stage, to_stage: Stage) -> Direction:
    """Which way a move goes. Refuses a move that skips a stage or goes nowhere; back is always allowed."""
    steps = _STAGES.index(to_stage) - _STAGES.index(from_stage)
    if steps == 0:
        raise Refusal(f"The partnership already stands in {to_stage.label}.")
    if steps > 1:
        between = _STAGES[_STAGES.index(from_stage) + 1]
        raise Refusal(f"No stage is skipped: from {from_stage.label} the next is {between.label}.")
    return Direction.FORWARD if steps > 0 else Direction.BACK


def moved(way: Direction, to_stage: Stage) -> str:
    """A move in words; going back to Rapport is tending trust."""
    if way is Direction.FORWARD:
        return f"on to {to_stage.label}"
    return f"back to {to_stage.label}" + (": tending trust" if to_stage is Stage.RAPPORT else "")


def read_gate(stage: Stage, signs: Sequence[Indicator], pacts: Sequence[Pact], evidence: Sequence[Evidence]) -> Gate:
    """What stands between a partnership and its next stage.

    `signs` are all of the student's; `pacts` and `evidence` those of this school year.
    """
    if stage is Stage.RAPPORT:
        return _rapport_gate(signs)
    if stage is Stage.ALLIANCE:
        return _alliance_gate(pacts, evidence)
    return Gate(None, 0, 0, ())


def _rapport_gate(signs: Sequence[Indicator]) -> Gate:
    keys = {sign.key for sign in signs if sign.stage is Stage.RAPPORT}
    seen = min(len(keys), SIGNS_WANTED)
    missing = []
    if seen < SIGNS_WANTED:
        missing.append(f"{_NUMBERS[seen]} sign{'' if seen == 1 else 's'} seen, {_NUMBERS[SIGNS_WANTED]} wanted")
    if not any(key in SIGN and SIGN[key].students_doing for key in keys):
        missing.append("one of them the student's doing")
    return Gate(Stage.ALLIANCE, seen, SIGNS_WANTED, tuple(missing))


def _alliance_gate(pacts: Sequence[Pact], evidence: Sequence[Evidence]) -> Gate:
    wanted = {
        "an active or closed pact this year": any(p.status in {PactStatus.ACTIVE, PactStatus.CLOSED} for p in pacts),
        "one piece of evidence": bool(evidence),
        "one of my commitments kept": any(mine.kept for pact in pacts for mine in pact.advisor_commitments),
    }
    missing = tuple(words for words, there in wanted.items() if not there)
    return Gate(Stage.COGNITIVE_INSIGHT, len(wanted) - len(missing), len(wanted), missing)
