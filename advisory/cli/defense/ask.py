"""`advisory defense ask`: somebody for the panel."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date

from .choice import ON_DAY, WHICH_PLAN, plan_of


@example('defense ask maya "Ms Lind" --role art', "note who was asked for the panel")
@click.command("ask", cls=Command)
@click.argument("name")
@click.argument("who")
@click.option("--role", default="", help="As what they come.")
@ON_DAY
@WHICH_PLAN
@click.pass_obj
def ask(sitting: Sitting, name: str, who: str, role: str, on: date | None, plan_id: str | None) -> None:
    """Note that WHO was asked to sit on the panel."""
    from advisory.casework.defense.panel import ask_panel

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        asked = ask_panel(caseload, plan_of(caseload, student, plan_id), who, role, asked_on=on).panel[-1]
        talk(f"Panel of {caseload.names[student.id]}: {asked.name}, asked {show_date(asked.asked_on)}")
