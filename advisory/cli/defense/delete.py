"""`advisory defense delete`: a plan into the trash."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model import DefensePlan

from .choice import WHICH_PLAN, day_of, plan_of


@example("defense delete maya", "delete a plan; `advisory undo` brings it back")
@click.command("delete", cls=Command)
@click.argument("name")
@WHICH_PLAN
@click.pass_obj
def delete(sitting: Sitting, name: str, plan_id: str | None) -> None:
    """Delete a student's plan."""
    from advisory.casework.trash import move_to_trash

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        gone = move_to_trash(caseload, DefensePlan, plan_of(caseload, student, plan_id).id)
        talk(
            f"Deleted [{gone.id}]: {caseload.names[student.id]}, {gone.type.label} on {day_of(gone)}. "
            "`advisory undo` brings it back."
        )
