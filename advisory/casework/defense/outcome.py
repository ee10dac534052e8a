"""The day and after: the panel's words first, then the outcome, one more turn, and the celebration."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import NamedTuple

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.model.defense_words import DefenseOutcome
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.refusal import Refusal
from advisory.rules.season.another_turn import another_turn, refuse_another_turn
from advisory.rules.season.plan_life import refuse_over, with_feedback, with_outcome
from advisory.rules.season.schedule import Slot

from .plan import Planned, add_plan


class AnotherTurn(NamedTuple):
    """The plan that is over, and the small plan of the next turn."""

    plan: DefensePlan
    next: Planned


def give_feedback(
    caseload: Caseload,
    shown: DefensePlan,
    *,
    wows: Iterable[str] = (),
    wonders: Iterable[str] = (),
    on: date | None = None,
) -> DefensePlan:
    """Write down what the panel said, today by default. Refuses none at all, a future day, and one before the defense.

    Raises Conflict if the plan changed meanwhile.
    """
    day = on or caseload.today
    refuse_future(day, caseload.today)
    told = with_feedback(shown, wows, wonders, day)
    with caseload.store.change("Panel's words written down", caseload.now()) as change:
        return change.put(told, shown=shown)


def choose_outcome(caseload: Caseload, shown: DefensePlan, outcome: DefenseOutcome) -> DefensePlan:
    """Choose `passed` or `postponed`. Refuses `passed` before the feedback, and `defend_again`, which is `defend_again`'s.

    Raises Conflict if the plan changed meanwhile.
    """
    refuse_over(shown, "its outcome")
    ended = with_outcome(shown, outcome)
    with caseload.store.change(f"Outcome chosen: {outcome.label}", caseload.now()) as change:
        return change.put(ended, shown=shown)


def defend_again(
    caseload: Caseload,
    shown: DefensePlan,
    held_on: date,
    starts: time | None = None,
    *,
    to_change: str,
    steps: Sequence[str],
) -> AnotherTurn:
    """Give the student one more turn: a small plan of its own with what to change, two steps and the new day, in one change.

    It takes over the place, the claim, the panel (to be asked again) and the artifacts. Refuses it before the feedback,
    without what to change or with other than two steps, and a day that a plan refuses. Raises Conflict.
    """
    refuse_over(shown, "its outcome")
    refuse_another_turn(shown, to_change, steps)
    with caseload.store.change(f"Outcome chosen: {DefenseOutcome.DEFEND_AGAIN.label}", caseload.now()) as change:
        ended = replace(shown, outcome=DefenseOutcome.DEFEND_AGAIN, defend_again_on=held_on)
        plan = change.put(ended, shown=shown)
        fields = another_turn(plan, held_on, to_change, steps, caseload.today)
        return AnotherTurn(
            plan, add_plan(caseload, change, Slot(plan.student, held_on, starts), kind=plan.type, **fields)
        )


def celebrate(caseload: Caseload, shown: DefensePlan, how: str, *, on: date | None = None) -> DefensePlan:
    """Note how it was celebrated, today by default. Refuses no words and a future day. Raises Conflict."""
    if not how.strip():
        raise Refusal("How was it celebrated? A few words are enough.")
    day = on or caseload.today
    refuse_future(day, caseload.today)
    with caseload.store.change("Celebration noted", caseload.now()) as change:
        return change.put(replace(shown, celebration=how.strip(), celebrated_on=day), shown=shown)
