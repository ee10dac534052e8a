"""`advisory defenses`: the whole season, a line a student."""

import click

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import Sources, objects
from advisory.model import DefensePlan
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.season.clashes import clash_words, clashes, without_plan
from advisory.rules.season.next_step import day_words, next_step, waiting

from .base.command import Command, example
from .base.options import AS_JSON
from .base.sitting import Sitting, data, json, talk
from .lines.table import lay_out


@example("defenses", "every student's day, what is ready, and what waits on you and on them; --all, --json")
@click.command("defenses", cls=Command)
@click.option("--all", "is_all", is_flag=True, help="Include those that are over.")
@AS_JSON
@click.pass_obj
def defenses(sitting: Sitting, *, is_all: bool, as_json: bool) -> None:
    """The defenses, benchmarks, exhibitions and conferences to come, the nearest first, and what does not go together."""
    with sitting.caseload() as caseload:
        current = {student.id for student in caseload.students}
        plans = [plan for plan in caseload.defenses if plan.student in current]
        shown = sorted((plan for plan in plans if is_all or not plan.is_over), key=lambda plan: (plan.held_on, plan.id))
        if as_json:
            json(objects("defenses", Sources(names=caseload.names, defenses=shown)))
            return
        if shown:
            header = ("Student", "Day", "Ready", "On you", "On them", "Next")
            for line in lay_out(header, [_row(caseload, plan) for plan in shown]):
                data(line)
        else:
            talk("No defense is planned. `advisory defense plan` plans one, `advisory defense schedule` many.")
        for clash in clashes(plans, caseload.calendar, caseload.today):
            talk(clash_words(clash, caseload.names.__getitem__))
        left = without_plan(caseload.students, plans, caseload.today)
        if plans and left:
            talk(f"No day yet: {', '.join(caseload.names[student.id] for student in left)}")


def _row(caseload: Caseload, plan: DefensePlan) -> tuple[str, ...]:
    due = waiting(plan, caseload.today)
    count = sum(one.status is not MilestoneStatus.WAIVED for one in plan.milestones)
    ready = sum(one.status is MilestoneStatus.READY for one in plan.milestones)
    return (
        caseload.names[plan.student], day_words(plan, caseload.today), f"{ready}/{count}", str(len(due.mine) or "–"),
        str(len(due.theirs) or "–"), next_step(plan, caseload.today).words,
    )  # fmt: skip
