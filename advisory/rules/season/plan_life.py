"""What may be done with a plan, and when; each function returns the plan as it is then, or refuses in a sentence."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from msgspec.structs import replace

from advisory.model import DefensePlan, Milestone
from advisory.model.day_order import show_day
from advisory.model.defense import FEWEST_MINUTES, MOST_MINUTES
from advisory.model.defense_words import DefenseOutcome, DefenseType, MilestoneStatus
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal

from .dating import usual_date

_NEXT = {
    MilestoneStatus.TO_DO: MilestoneStatus.DOING,
    MilestoneStatus.DOING: MilestoneStatus.READY,
    MilestoneStatus.READY: MilestoneStatus.TO_DO,
    MilestoneStatus.WAIVED: MilestoneStatus.TO_DO,
}
"""What one more step makes of a milestone."""


def called(kind: DefenseType) -> str:
    """The type at the beginning of a sentence: `Benchmark defense`."""
    return kind.label.capitalize()


def is_upcoming(plan: DefensePlan, today: date) -> bool:
    """Whether the day is still to come, or is today, and nothing says that it took place or how it ended."""
    return plan.outcome is None and plan.feedback_on is None and plan.held_on >= today


def next_plan(plans: Iterable[DefensePlan], today: date) -> DefensePlan | None:
    """The upcoming plan of one student whose day comes first."""
    upcoming = (plan for plan in plans if is_upcoming(plan, today))
    return min(upcoming, key=lambda plan: (plan.held_on, plan.starts or time.min, plan.id), default=None)


def shown_plan(plans: Sequence[DefensePlan], today: date) -> DefensePlan | None:
    """The plan to show of one student: the next one, else the one that waits for a new day or an outcome, else the last."""
    latest = sorted(plans, key=lambda plan: (plan.held_on, plan.id), reverse=True)
    open_ones = [plan for plan in latest if not plan.is_over]
    return next_plan(plans, today) or next(iter(open_ones or latest), None)


def refuse_day(day: date, today: date, calendar: Calendar) -> None:
    """Refuse a day in the past, or without school; the sentence names the nearest school days."""
    if day < today:
        raise Refusal(f"{_shown(day)} is in the past (today is {_shown(today)}). Choose today or a later day.")
    if not calendar.is_school_day(day):
        earlier, later = usual_date(1, day, calendar), usual_date(-1, day, calendar)
        near = [_shown(one) for one in (earlier, later) if one >= today and calendar.is_school_day(one)]
        raise Refusal(f"{_shown(day)} has no school. Choose {' or '.join(near) or 'a school day'}.")


def refuse_minutes(minutes: int) -> None:
    """Refuse a length that is out of the question."""
    if not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise Refusal(
            f"{minutes} minutes can't be planned: choose {FEWEST_MINUTES} to {MOST_MINUTES}. 60 to 90 is usual."
        )


def milestone_of(plan: DefensePlan, key: str) -> Milestone:
    """The plan's milestone with this key. Refuses one that the plan doesn't have."""
    found = next((one for one in plan.milestones if one.key == key), None)
    if found is None:
        raise Refusal(f"This plan has no milestone “{key}”. It has {', '.join(one.label for one in plan.milestones)}.")
    return found


def with_status(
    plan: DefensePlan, key: str, status: MilestoneStatus | None, today: date, calendar: Calendar
) -> DefensePlan:
    """The plan with a milestone stepped on, or with a status if given; one that is ready keeps the day it became so.

    One that is no longer ready is dated anew if its day has gone past the day of the plan meanwhile.
    """
    one = milestone_of(plan, key)
    to = status or _NEXT[one.status]
    if to is one.status:
        return plan
    changes: dict[str, Any] = {"status": to, "done_on": today if to is MilestoneStatus.READY else None}
    if one.status is MilestoneStatus.READY and one.days_before > 0 and one.due_on > plan.held_on:
        changes["due_on"] = usual_date(one.days_before, plan.held_on, calendar)
    return with_milestone(plan, replace(one, **changes))


def with_date(plan: DefensePlan, key: str, due_on: date, today: date, calendar: Calendar) -> DefensePlan:
    """The plan with a milestone due on another school day. It keeps that distance from the day when the day moves."""
    one = milestone_of(plan, key)
    if one.status is MilestoneStatus.READY:
        raise Refusal(f"“{one.label}” is ready: it keeps its day.")
    if one.days_before == 0:
        raise Refusal("That milestone is the day itself. Move the day instead.")
    refuse_day(due_on, today, calendar)
    if one.days_before > 0 and due_on > plan.held_on:
        raise Refusal(f"{_shown(due_on)} is after the day, {_shown(plan.held_on)}. Choose an earlier one.")
    if one.days_before < 0 and due_on <= plan.held_on:
        raise Refusal(f"“{one.label}” comes after the day, {_shown(plan.held_on)}. Choose a later one.")
    away = (plan.held_on - due_on).days or 1  # on the day itself counts as the day before it
    moved = with_milestone(plan, replace(one, due_on=due_on, days_before=away))
    return replace(moved, milestones=tuple(sorted(moved.milestones, key=lambda each: -each.days_before)))


def with_milestone(plan: DefensePlan, one: Milestone) -> DefensePlan:
    """The plan with another milestone in the place of the one with the same key."""
    return replace(plan, milestones=tuple(one if each.key == one.key else each for each in plan.milestones))


def with_feedback(plan: DefensePlan, wows: Iterable[str], wonders: Iterable[str], on: date) -> DefensePlan:
    """The plan with what the panel said, and the day itself as done. Refuses none at all, and feedback from before the day."""
    said = [tuple(filter(None, map(str.strip, texts))) for texts in (wows, wonders)]
    if not any(said):
        raise Refusal("What did the panel say? Type at least one wow or one wonder.")
    if on < plan.held_on:
        raise Refusal(f"The day is {_shown(plan.held_on)}: the panel's words come then, not before.")
    milestones = tuple(
        replace(one, status=MilestoneStatus.READY, done_on=plan.held_on) if one.is_open and not one.days_before else one
        for one in plan.milestones
    )
    return replace(plan, wows=said[0], wonders=said[1], feedback_on=on, milestones=milestones)


def with_outcome(plan: DefensePlan, outcome: DefenseOutcome) -> DefensePlan:
    """The plan with its outcome. Refuses one before the feedback, and `defend_again`, which needs a plan of its own."""
    if outcome is DefenseOutcome.DEFEND_AGAIN:
        raise Refusal(
            "To defend again, say what to change, two steps and the new day: that makes a small plan of its own."
        )
    if outcome is DefenseOutcome.PASSED:
        refuse_without_feedback(plan)
    else:
        refuse_held(plan)
    return replace(plan, outcome=outcome, defend_again_on=None)


def refuse_without_feedback(plan: DefensePlan) -> None:
    """Refuse to go on to the outcome as long as the panel's words are not written down."""
    if plan.feedback_on is None:
        raise Refusal("First write down the panel's wows and wonders; then choose the outcome.")


def refuse_held(plan: DefensePlan) -> None:
    """Refuse to put off a day that took place, as the panel's words say."""
    if plan.feedback_on is not None:
        raise Refusal(
            "It took place: the panel's words are written down. Choose the outcome, or undo those words first."
        )


def refuse_over(plan: DefensePlan, what: str) -> None:
    """Refuse a change to a plan that is over; `what` is what can't be done any more."""
    if plan.is_over and plan.outcome:
        raise Refusal(
            f"This one is over ({plan.outcome.label}): {what} can't change any more. Undo, or plan a new one."
        )


def _shown(day: date) -> str:
    return show_day(day, weekday=True, year=True)
