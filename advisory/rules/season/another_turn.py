"""One more turn: what the small plan after a defense takes over, and its two steps on the way to the new day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from advisory.model import DefensePlan, Milestone
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.refusal import Refusal

from .plan_life import refuse_without_feedback

STEPS = 2
_STEP = "step_"


def step_title(milestone: Milestone) -> str:
    """`step 1` for the first step of one more turn, which is each student's own; "" for what everybody has."""
    number = milestone.key.removeprefix(_STEP)
    return f"step {number}" if number != milestone.key and number.isdecimal() else ""


def refuse_another_turn(plan: DefensePlan, to_change: str, steps: Sequence[str]) -> None:
    """Refuse it before the feedback, without what to change, or with other than two steps."""
    refuse_without_feedback(plan)
    if not to_change.strip():
        raise Refusal("What will be different next time? Type a few words.")
    if len(steps) != STEPS or not all(step.strip() for step in steps):
        raise Refusal("Two steps lead to the new day. Type both.")


def another_turn(plan: DefensePlan, held_on: date, to_change: str, steps: Sequence[str], today: date) -> dict[str, Any]:
    """The fields of the small plan but its student, type, day and hour. The steps lie at a third and two thirds of the way."""
    away = max(1, (held_on - today).days)
    milestones = [
        Milestone(
            key=f"{_STEP}{number}",
            label=step.strip(),
            days_before=max(1, away * (STEPS + 1 - number) // (STEPS + 1)),
            due_on=held_on,
        )
        for number, step in enumerate(steps, 1)
    ]
    milestones += [
        replace(one, due_on=held_on, status=MilestoneStatus.TO_DO, done_on=None)
        for one in plan.milestones
        if one.days_before <= 0
    ]
    return {
        "minutes": plan.minutes,
        "place": plan.place,
        "claim": plan.claim,
        "panel": tuple(replace(member, asked_on=None, confirmed_on=None) for member in plan.panel),
        "artifacts": plan.artifacts,
        "milestones": tuple(milestones),
        "follows": plan.id,
        "to_change": to_change.strip(),
    }
