"""What is next on the way to a student's day, in one line, and on whom it waits."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from advisory.model import CheckIn, DefensePlan, Milestone
from advisory.model.day_order import show_day
from advisory.model.defense_words import DefenseOutcome
from advisory.model.words import Kind
from advisory.rules.days.day_words import format_day
from advisory.rules.days.hour_words import time_words

from .plan_life import called

SOON = timedelta(days=7)
"""What is due within these days waits on somebody now."""
_FELT_WITHIN = timedelta(days=120)


class NextStep(NamedTuple):
    """What is next in words, whether it is the advisor's to do, and by when."""

    words: str
    mine: bool
    due_on: date | None = None


class Waiting(NamedTuple):
    """The open milestones that are due soon, or were: the advisor's and the student's."""

    mine: tuple[Milestone, ...]
    theirs: tuple[Milestone, ...]


class Felt(NamedTuple):
    """How a student felt about the day to come: 1 to 5, as they said, with their words."""

    on: date
    feeling: int
    says: str


def next_step(plan: DefensePlan, today: date) -> NextStep:
    """The one thing that comes next."""
    match plan.outcome:
        case DefenseOutcome.POSTPONED:
            return NextStep("choose a new day", mine=True)
        case DefenseOutcome.DEFEND_AGAIN:
            return NextStep(f"one more turn {format_day(plan.defend_again_on or plan.held_on, today)}", mine=False)
        case DefenseOutcome.PASSED:
            return _after(plan)
        case _:
            pass
    if plan.feedback_on:
        return NextStep("choose the outcome", mine=True)
    if plan.held_on < today:
        return NextStep("write down the panel's wows and wonders", mine=True)
    open_ones = [one for one in plan.milestones if one.is_open and one.days_before > 0]
    if open_ones:
        first = min(open_ones, key=lambda one: (one.due_on, -one.days_before))
        return NextStep(f"{first.label}, {_by(first.due_on, today)}", first.mine, first.due_on)
    return NextStep(f"ready for the day: {day_words(plan, today)}", mine=False, due_on=plan.held_on)


def day_words(plan: DefensePlan, today: date, *, with_place: bool = True) -> str:
    """The day with its hour and, unless that is left out, its place: `Thu Jun 11 at 9:00, library`."""
    hour = f" at {time_words(plan.starts)}" if plan.starts else ""
    place = f", {plan.place.strip()}" if with_place and plan.place.strip() else ""
    return f"{format_day(plan.held_on, today)}{hour}{place}"


def waiting(plan: DefensePlan, today: date) -> Waiting:
    """On whom the plan waits now: milestones that are due within a week, or were due before. A plan that is over waits on none."""
    if plan.is_over:
        return Waiting((), ())
    due = [one for one in plan.milestones if one.is_open and one.days_before and one.due_on <= today + SOON]
    return Waiting(tuple(one for one in due if one.mine), tuple(one for one in due if not one.mine))


def feelings(plan: DefensePlan, check_ins: Iterable[CheckIn]) -> list[Felt]:
    """What the student said they felt in the preparation of this day, and just before it, the oldest first."""
    since = plan.held_on - _FELT_WITHIN
    felt = [
        Felt(seen.happened_on, seen.feeling, seen.student_says)
        for seen in check_ins
        if seen.kind is Kind.DEFENSE_PREP and seen.feeling is not None and since <= seen.happened_on <= plan.held_on
    ]
    if plan.feeling_before is not None:
        felt.append(Felt(plan.held_on, plan.feeling_before, plan.feeling_says))
    return sorted(felt, key=lambda one: one.on)


def feeling_words(felt: Iterable[Felt]) -> str:
    """`2 on May 4, 3 on May 11, 4 on May 18`: what they said, without a judgment."""
    return ", ".join(f"{one.feeling} on {show_day(one.on)}" for one in felt)


def title_words(plan: DefensePlan) -> str:
    """The kind of plan, and whether it is another turn: `Defense`, `Defense, another turn`."""
    return f"{called(plan.type)}, another turn" if plan.follows else called(plan.type)


def _after(plan: DefensePlan) -> NextStep:
    if not plan.celebration:
        return NextStep("celebrate: how will you two mark it?", mine=True)
    debrief = next((one for one in plan.milestones if one.is_open and one.days_before < 0), None)
    return (
        NextStep(debrief.label, debrief.mine, debrief.due_on)
        if debrief
        else NextStep("done and celebrated", mine=False)
    )


def _by(due_on: date, today: date) -> str:
    return f"by {format_day(due_on, today)}" if due_on >= today else f"was planned for {show_day(due_on, weekday=True)}"
