"""Plan a student's day, with its milestones dated back from it; one student at a time, or a whole caseload."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any, NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.model import CatalogueMilestone, DefensePlan, Milestone, Student
from advisory.model.day_order import show_day
from advisory.model.defense import USUAL_MINUTES
from advisory.model.defense_words import DefenseType
from advisory.rules.refusal import Refusal
from advisory.rules.season.dating import Dated, dated, listed
from advisory.rules.season.milestones import milestone_list
from advisory.rules.season.plan_life import is_upcoming, refuse_day, refuse_minutes
from advisory.rules.season.schedule import Slot
from advisory.store import Change


class Planned(NamedTuple):
    """The plan, and its milestones that are closer together than usual."""

    plan: DefensePlan
    closer: tuple[Milestone, ...]


def plan_defense(
    caseload: Caseload,
    student_id: str,
    held_on: date,
    starts: time | None = None,
    *,
    kind: DefenseType = DefenseType.DEFENSE,
    minutes: int = USUAL_MINUTES,
    place: str = "",
    claim: str = "",
) -> Planned:
    """Plan one day, with the milestones of the list. The hour may stay open.

    Refuses a past day, a day without school, an odd length, and a second upcoming plan of the same type.
    """
    slot = Slot(student_id, held_on, starts)
    with caseload.store.change(f"Planned: {kind.label}", caseload.now()) as change:
        return add_plan(caseload, change, slot, kind=kind, minutes=minutes, place=place.strip(), claim=claim.strip())


def schedule_defenses(
    caseload: Caseload,
    slots: Iterable[Slot],
    *,
    kind: DefenseType = DefenseType.DEFENSE,
    minutes: int = USUAL_MINUTES,
    place: str = "",
) -> tuple[Planned, ...]:
    """Plan a day for each student of the slots, in one change. Refuses all if it refuses one, and none at all."""
    chosen = list(slots)
    if not chosen:
        raise Refusal("Nobody is scheduled yet. Choose at least one student.")
    with caseload.store.change(f"Scheduled: {len(chosen)} × {kind.label}", caseload.now()) as change:
        return tuple(
            add_plan(caseload, change, slot, kind=kind, minutes=minutes, place=place.strip()) for slot in chosen
        )


def add_plan(
    caseload: Caseload,
    change: Change,
    slot: Slot,
    *,
    kind: DefenseType,
    **fields: Any,
) -> Planned:
    """Add a plan to a change, with the milestones of the list unless `fields` has others. Raises Missing for an unknown student."""
    today, calendar = caseload.today, caseload.calendar
    student = change.need(Student, slot.student_id)
    refuse_day(slot.held_on, today, calendar)
    refuse_minutes(fields["minutes"])
    for other in change.of_student(DefensePlan, student.id):
        if other.type is kind and is_upcoming(other, today):
            on = show_day(other.held_on, weekday=True, year=other.held_on.year != today.year)
            raise Refusal(f"{caseload.names[student.id]} has a {kind.label} on {on} already. Move that day instead.")
    usual = listed(milestone_list(change.all(CatalogueMilestone)).values(), slot.held_on)
    made: Dated = dated(fields.pop("milestones", usual), slot.held_on, today, calendar)
    plan = change.add(
        DefensePlan,
        student=student.id,
        type=kind,
        held_on=slot.held_on,
        starts=slot.starts,
        milestones=made.milestones,
        **fields,
    )
    return Planned(plan, made.closer)
