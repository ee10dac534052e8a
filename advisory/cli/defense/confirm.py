"""`advisory defense confirm`: somebody of the panel said yes."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date

from .choice import ON_DAY, WHICH_PLAN, line_number, plan_of


@example('defense confirm maya "Ms Lind"', "note that they said yes; once more takes it back")
@click.command("confirm", cls=Command)
@click.argument("name")
@click.argument("who")
@ON_DAY
@WHICH_PLAN
@click.pass_obj
def confirm(sitting: Sitting, name: str, who: str, on: date | None, plan_id: str | None) -> None:
    """Note that WHO of the panel said yes, or take it back. WHO is their number, or how the name begins."""
    from advisory.casework.defense.panel import confirm_panel

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = plan_of(caseload, student, plan_id)
        number = line_number([member.name for member in shown.panel], who, "of the panel")
        member = confirm_panel(caseload, shown, number, confirmed_on=on).panel[number]
        said = f"confirmed {show_date(member.confirmed_on)}" if member.confirmed_on else "not confirmed"
        talk(f"Panel of {caseload.names[student.id]}: {member.name}, {said}")
