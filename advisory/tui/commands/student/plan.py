"""Putting the highlighted student on the plan for one of the next periods."""

from datetime import date
from typing import TYPE_CHECKING

from advisory.tui.commands.base import Values, fill, shows_dialog
from advisory.tui.prose import day, on_day

if TYPE_CHECKING:
    from advisory.rules.next.plan import Planned
    from advisory.tui.screens.base.case_screen import CaseScreen


@shows_dialog
async def plan(screen: "CaseScreen") -> None:
    """Plan to talk in the next period, again in the one after that, and after a few ask for the day."""
    from advisory.casework.plan.next_day import next_day_to_plan
    from advisory.casework.plan.plan_talk import plan_talk

    caseload, student_id = screen.desk.caseload, screen.highlighted.student
    on = next_day_to_plan(caseload, student_id)
    if on is None:
        await choose_day(screen)
        return
    planned, later = plan_talk(caseload, student_id, on), next_day_to_plan(caseload, student_id)
    then = day(later, caseload.today) if later else "a day you type"
    screen.say(f"{_planned(planned, caseload.today)}; {screen.key('plan')} again: {then}", student_id)


@shows_dialog
async def choose_day(screen: "CaseScreen") -> None:
    """Ask on which day to talk; without one the student is taken off the plan."""
    from advisory.casework.plan.plan_talk import plan_talk
    from advisory.casework.plan.unplan_talk import unplan_talk
    from advisory.tui.dialogs.form.field import Field, FieldKind

    desk, student_id = screen.desk, screen.highlighted.student
    caseload = desk.caseload

    def write(values: Values) -> None:
        if values["on"].strip():
            planned = plan_talk(caseload, student_id, desk.day(values["on"]))
            screen.say(_planned(planned, caseload.today), student_id)
        else:
            unplan_talk(caseload, student_id)
            screen.say("Off the plan", student_id)

    before = caseload.planned_talk(student_id)
    about = f"Planned for {day(before.on, caseload.today)}." if before else ""
    field = Field("on", "On which day?", hint="e.g. fri, +3, 11/30; blank takes them off the plan", kind=FieldKind.DAY)
    await fill(
        screen, "plan", f"Plan a talk with {desk.name(student_id)}", [field], write, record_id=student_id, about=about
    )


def _planned(planned: "Planned", today: date) -> str:
    away = f", not here {on_day(planned.chosen_on, today)}" if planned.on != planned.chosen_on else ""
    return f"Planned for {day(planned.on, today)}{away}"
