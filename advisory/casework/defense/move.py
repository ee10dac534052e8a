"""Move a plan's day, or many at once when a day falls out; what is not done moves with it."""

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan, Milestone, NoSchoolDay, Term
from advisory.model.defense_words import DefenseOutcome
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal
from advisory.rules.season.dating import dated
from advisory.rules.season.plan_life import is_upcoming, refuse_day, refuse_held, refuse_over
from advisory.store import Change


class Moved(NamedTuple):
    """The plan on its new day, its milestones that moved, and those that are closer together than usual."""

    plan: DefensePlan
    milestones: tuple[Milestone, ...]
    closer: tuple[Milestone, ...]


class NewDay(NamedTuple):
    """A plan as it is shown, its new day, and its new hour: UNSET keeps the hour, None leaves it open."""

    shown: DefensePlan
    held_on: date
    starts: time | UnsetType | None = UNSET


def move_day(caseload: Caseload, shown: DefensePlan, held_on: date, starts: time | UnsetType | None = UNSET) -> Moved:
    """Move one plan. A postponed one is planned again by it.

    Refuses a past day, a day without school, and a plan that took place or is over. Raises Conflict if the plan changed meanwhile.
    """
    with caseload.store.change(f"Moved: {shown.type.label}", caseload.now()) as change:
        return _move(caseload, change, NewDay(shown, held_on, starts))


def move_days(caseload: Caseload, moves: Iterable[NewDay]) -> tuple[Moved, ...]:
    """Move several plans in one change, as for a snow day. Refuses all if it refuses one, and none at all."""
    chosen = list(moves)
    if not chosen:
        raise Refusal("Nothing is on that day. Choose the plans to move.")
    with caseload.store.change(f"Days moved: {len(chosen)}", caseload.now()) as change:
        return tuple(_move(caseload, change, one) for one in chosen)


def date_milestones_anew(caseload: Caseload) -> tuple[Moved, ...]:
    """Date the milestones of all upcoming plans again, after the school's calendar was changed by hand or elsewhere."""
    with caseload.store.change("Milestones dated again", caseload.now()) as change:
        return date_again(change, caseload.today)


def date_again(change: Change, today: date) -> tuple[Moved, ...]:
    """Move the milestones of upcoming plans off days without school in the change's calendar; return what moved.

    Only plans with a milestone on such a day are dated again; the others keep what was chosen for them.
    """
    plans = [plan for plan in change.all(DefensePlan) if is_upcoming(plan, today)]
    calendar = Calendar(change.all(Term), change.all(NoSchoolDay)) if plans else Calendar()
    found = []
    for plan in plans:
        if all(calendar.is_school_day(one.due_on) for one in plan.milestones if one.is_open):
            continue
        result = dated(plan.milestones, plan.held_on, today, calendar)
        if result.moved:
            put = change.put(replace(plan, milestones=result.milestones))
            found.append(Moved(put, result.moved, result.closer))
    return tuple(found)


def _move(caseload: Caseload, change: Change, new: NewDay) -> Moved:
    shown = new.shown
    refuse_over(shown, "its day")
    refuse_held(shown)
    refuse_day(new.held_on, caseload.today, caseload.calendar)
    result = dated(shown.milestones, new.held_on, caseload.today, caseload.calendar)
    plan = replace(
        shown,
        held_on=new.held_on,
        starts=shown.starts if new.starts is UNSET else new.starts,
        milestones=result.milestones,
        outcome=None if shown.outcome is DefenseOutcome.POSTPONED else shown.outcome,
    )
    return Moved(change.put(plan, shown=shown), result.moved, result.closer)
