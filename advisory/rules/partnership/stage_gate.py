"""The gates between the stages of a partnership. They only advise: the advisor decides."""

from collections.abc import Sequence

import msgspec

from advisory.model import Evidence, Indicator, Pact, StageMove
from advisory.model.words import Direction, MoveReason, PactStatus, Stage
from advisory.rules.refusal import Refusal

from .signs import SIGN, Catalogue

SIGNS_WANTED = 3
STAGES = tuple(Stage)
LETTER: dict[Stage, str] = {Stage.RAPPORT: "R", Stage.ALLIANCE: "A", Stage.COGNITIVE_INSIGHT: "C"}
"""Stage → its letter, where there is no room for its name."""
_NUMBERS = ("no", "one", "two", "three")
_FORMER_LABELS = {MoveReason.I_BROKE_A_COMMITMENT: "I broke a commitment"}
"""Labels that earlier versions stored as the whole reason of a move."""
_THEIRS = "one must still come from the student"


class Gate(msgspec.Struct, frozen=True):
    """What the next stage needs: `seen` of `wanted` requirements are met, and `missing` names the others.

    `words` is the whole state, in a sentence without a period; `briefly` is what is missing, for small spaces.
    """

    to_stage: Stage | None
    seen: int
    wanted: int
    missing: tuple[str, ...]
    words: str = "the signs are there"
    briefly: str = "all there"

    @property
    def is_met(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


def next_stage(stage: Stage) -> Stage | None:
    """The next stage; None after the last."""
    after = STAGES.index(stage) + 1
    return STAGES[after] if after < len(STAGES) else None


def earlier_stage(stage: Stage) -> Stage | None:
    """The previous stage; None before the first."""
    before = STAGES.index(stage) - 1
    return STAGES[before] if before >= 0 else None


def direction(from_stage: Stage, to_stage: Stage) -> Direction:
    """The direction of a move. Refuses a move that skips a stage or goes nowhere; back is always allowed."""
    steps = STAGES.index(to_stage) - STAGES.index(from_stage)
    if steps == 0:
        raise Refusal(f"The partnership is already in {to_stage.label}.")
    if steps > 1:
        between = STAGES[STAGES.index(from_stage) + 1]
        raise Refusal(f"Stages can't be skipped: after {from_stage.label} comes {between.label}.")
    return Direction.FORWARD if steps > 0 else Direction.BACK


def describe_move(way: Direction, to_stage: Stage) -> str:
    """A move in words; a move back to Rapport is called tending trust."""
    if way is Direction.FORWARD:
        return f"on to {to_stage.label}"
    return f"back to {to_stage.label}" + (": tending trust" if to_stage is Stage.RAPPORT else "")


def describe_reason(move: StageMove) -> str:
    """The reason for a move in words: the one chosen, and the advisor's own line; `other` has only the line."""
    if move.reason_key is MoveReason.OTHER:
        return move.reason
    label = move.reason_key.label
    is_alone = move.reason in {label, _FORMER_LABELS.get(move.reason_key)}
    return label if is_alone else f"{label}: {move.reason}"


def derive_gate(
    stage: Stage,
    signs: Sequence[Indicator],
    pacts: Sequence[Pact],
    evidence: Sequence[Evidence],
    catalogue: Catalogue = SIGN,
) -> Gate:
    """Derive what a partnership needs for its next stage.

    `signs` are all of the student's; `pacts` and `evidence` only this school year's.
    """
    if stage is Stage.RAPPORT:
        return _rapport_gate(signs, catalogue)
    if stage is Stage.ALLIANCE:
        return _alliance_gate(pacts, evidence)
    return Gate(None, 0, 0, ())


def _rapport_gate(signs: Sequence[Indicator], catalogue: Catalogue) -> Gate:
    keys = {sign.key for sign in signs if sign.stage is Stage.RAPPORT}
    seen = min(len(keys), SIGNS_WANTED)
    is_theirs = any(key in catalogue and catalogue[key].students_doing for key in keys)
    if seen == SIGNS_WANTED and is_theirs:
        return Gate(Stage.ALLIANCE, seen, SIGNS_WANTED, ())
    counted = f"{seen} of {SIGNS_WANTED} {Stage.RAPPORT.label} signs seen"
    missing = [counted] if seen < SIGNS_WANTED else []
    missing += [] if is_theirs else [_THEIRS]
    words = counted if is_theirs else f"{counted}; {_THEIRS}"
    return Gate(
        Stage.ALLIANCE, seen, SIGNS_WANTED, tuple(missing), words, _still(SIGNS_WANTED - seen, is_theirs=is_theirs)
    )


def _still(more: int, *, is_theirs: bool) -> str:
    """How many signs are still needed, and whether one must be the student's doing."""
    if more == 0:
        return "one must come from the student"
    signs = _signs(more) if more == SIGNS_WANTED else f"{_NUMBERS[more]} more sign{'' if more == 1 else 's'}"
    theirs = "from the student" if more == 1 else "one from the student"
    return signs if is_theirs else f"{signs}, {theirs}"


def _signs(count: int) -> str:
    return f"{_NUMBERS[count]} sign{'' if count == 1 else 's'}"


def _alliance_gate(pacts: Sequence[Pact], evidence: Sequence[Evidence]) -> Gate:
    wanted = {
        ("an active or closed pact this year", "a pact"): any(
            p.status in {PactStatus.ACTIVE, PactStatus.CLOSED} for p in pacts
        ),
        ("one piece of evidence", "evidence"): bool(evidence),
        ("one of your commitments kept", "your part kept"): any(
            mine.kept for pact in pacts for mine in pact.advisor_commitments
        ),
    }
    missing = [words for words, is_there in wanted.items() if not is_there]
    seen = len(wanted) - len(missing)
    if not missing:
        return Gate(Stage.COGNITIVE_INSIGHT, seen, len(wanted), ())
    whole = tuple(words for words, _ in missing)
    briefly = ", ".join(brief for _, brief in missing)
    words = f"{seen} of {len(wanted)}; still needed: {', '.join(whole)}"
    return Gate(Stage.COGNITIVE_INSIGHT, seen, len(wanted), whole, words, briefly)
