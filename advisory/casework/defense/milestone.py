"""Step a milestone on, waive it, or give it another day."""

from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.model import DefensePlan
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.season.plan_life import milestone_of, with_date, with_status


def step_milestone(caseload: Caseload, shown: DefensePlan, key: str, to: MilestoneStatus | None = None) -> DefensePlan:
    """Step the milestone `key` on: to do, doing, ready, and to do again; or give it the status `to`.

    Refuses a key that the plan doesn't have. Raises Conflict if the plan changed meanwhile.
    """
    stepped = with_status(shown, key, to, caseload.today, caseload.calendar)
    with caseload.store.change(f"Milestone: {milestone_of(stepped, key).status.label}", caseload.now()) as change:
        return change.put(stepped, shown=shown)


def waive_milestone(caseload: Caseload, shown: DefensePlan, key: str) -> DefensePlan:
    """Waive the milestone `key`, or take that back. Refuses and raises what step_milestone does."""
    is_waived = milestone_of(shown, key).status is MilestoneStatus.WAIVED
    return step_milestone(caseload, shown, key, MilestoneStatus.TO_DO if is_waived else MilestoneStatus.WAIVED)


def date_milestone(caseload: Caseload, shown: DefensePlan, key: str, due_on: date) -> DefensePlan:
    """Give the milestone `key` a day of its own, which keeps its distance when the day moves.

    Refuses a past day, a day without school, one beyond the day, and a milestone that is ready. Raises Conflict.
    """
    changed = with_date(shown, key, due_on, caseload.today, caseload.calendar)
    with caseload.store.change("Milestone has another day", caseload.now()) as change:
        return change.put(changed, shown=shown)
