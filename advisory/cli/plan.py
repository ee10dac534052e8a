"""`advisory plan`: whom to talk with in which of the next periods."""

from datetime import date

import click

from advisory.caseload.caseload import Caseload
from advisory.model.day_order import show_day
from advisory.rules.refusal import Refusal

from .base.command import Command, example
from .base.day import Day
from .base.sitting import Sitting, data, json, talk
from .lines.round_lines import plan_lines


@example("plan", "who is planned for the next periods; --json")
@example("plan jun", "put Jun on the plan for the next period, then the one after; `plan jun fri`; --off takes Jun off")
@click.command(cls=Command)
@click.argument("name", required=False)
@click.argument("day", required=False, type=Day(), metavar="[DAY]")
@click.option("--off", "is_off", is_flag=True, help="Take the student off the plan.")
@click.option("--json", "as_json", is_flag=True, help="As JSON: who, which day, and the day first chosen.")
@click.pass_obj
def plan(sitting: Sitting, name: str | None, day: date | None, *, is_off: bool, as_json: bool) -> None:
    """Show the plan for the next periods, or put a student on it for a day.

    Without DAY it is the next period, or the one after the day planned already. Who is away on the day moves on to the
    next period they are here. A talk is done with the next one-to-one, and drops out when its day has passed.
    """
    from advisory.casework.plan.plan_talk import plan_talk
    from advisory.casework.plan.unplan_talk import unplan_talk

    if (name is None and is_off) or (day is not None and is_off):
        raise click.UsageError("--off takes a NAME and no DAY.")
    with sitting.caseload() as caseload:
        if name is None:
            _show(caseload, as_json=as_json)
            return
        student = caseload.one(name)
        if is_off:
            unplan_talk(caseload, student.id)
            talk(f"Off the plan: {caseload.names[student.id]}")
            return
        planned = plan_talk(caseload, student.id, day or _next_day(caseload, student.id))
        moved = "" if planned.on == planned.chosen_on else f", not here on {show_day(planned.chosen_on, weekday=True)}"
        on = show_day(planned.on, weekday=True, year=planned.on.year != caseload.today.year)
        talk(f"Planned: {caseload.names[student.id]}, {on}{moved}")


def _show(caseload: Caseload, *, as_json: bool) -> None:
    if as_json:
        names = caseload.names
        json([{"student": names[one.student_id], "on": one.on, "chosen_on": one.chosen_on} for one in caseload.planned])
        return
    if not caseload.planned:
        talk("Nobody is planned. `advisory plan NAME` plans a student for the next period.")
    for line in plan_lines(caseload):
        data(line)


def _next_day(caseload: Caseload, student_id: str) -> date:
    from advisory.casework.plan.next_day import next_day_to_plan

    day, before = next_day_to_plan(caseload, student_id), caseload.planned_talk(student_id)
    if day is None and before is not None:
        raise Refusal(
            f"Already planned for {show_day(before.on, weekday=True)}. For a later day, type it after the name."
        )
    return day or caseload.next_period_on
