"""What the tests of the season's screens share: the demo's caseload with a season in it."""

from datetime import date, time

from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.milestone import step_milestone
from advisory.casework.defense.outcome import give_feedback
from advisory.casework.defense.panel import ask_panel, confirm_panel
from advisory.casework.defense.plan import plan_defense, schedule_defenses
from advisory.casework.defense.practice import note_practice
from advisory.casework.trash import move_to_trash
from advisory.model import DefensePlan
from advisory.model.defense_words import MilestoneStatus, Reflection
from advisory.rules.season.schedule import Hours, propose

NEAR = date(2026, 12, 4)
"""Nine school days after the Monday of the tests, the two days of Thanksgiving left out."""


def without_season(caseload: Caseload) -> None:
    """Take the demo's own season away, so that a test knows every plan there is."""
    for plan in caseload.defenses:
        move_to_trash(caseload, DefensePlan, plan.id)


def near_plan(caseload: Caseload) -> DefensePlan:
    """A plan of the first student for a day that is near, with something in each of its sections."""
    student = caseload.students[0]
    plan = plan_defense(
        caseload, student.id, NEAR, time(9), place="Library", claim="Do bridges get stronger when they bend?"
    ).plan
    for key in ("artifacts", "evidence"):
        plan = step_milestone(caseload, plan, key, MilestoneStatus.READY)
    plan = step_milestone(caseload, plan, "reflections")
    plan = add_artifact(
        caseload,
        plan,
        "The bridge model",
        subject="Physics",
        shows="explains a load path to a friend",
        where="blue folder",
        reflection=Reflection.DRAFT,
    )
    plan = note_practice(
        caseload,
        plan,
        glows=["Clear start"],
        grows=["Slower at the end", "Look up"],
        before="two peers",
        next_step="Time the ending",
    ).plan
    plan = ask_panel(caseload, plan, "Ms. Ortiz", "biology")
    plan = ask_panel(caseload, plan, "Coach Bell", "community")
    return confirm_panel(caseload, plan, 0)


def season(caseload: Caseload) -> DefensePlan:
    """The near plan, and days for all but two of the others, from three weeks on."""
    plan = near_plan(caseload)
    others = [one.id for one in caseload.students[1:-2]]
    days = [date(2026, 12, 14 + after) for after in range(5)]
    slots = propose(others, days, Hours(time(9), time(15, 30)), caseload.calendar)
    schedule_defenses(caseload, slots, place="Library")
    return plan


def over(caseload: Caseload) -> DefensePlan:
    """A plan whose day is today, with the panel's words."""
    plan = plan_defense(caseload, caseload.students[0].id, TODAY, time(9)).plan
    return give_feedback(caseload, plan, wows=["Your drawings"], wonders=["What would you change?"])
