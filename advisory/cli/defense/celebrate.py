"""`advisory defense celebrate`: how it was celebrated."""

from datetime import date

import click

from advisory.cli.base.command import example
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.text_command import TextCommand

from .choice import ON_DAY, WHICH_PLAN, plan_of


@example('defense celebrate maya "Tea for three"', "note how it was celebrated")
@click.command("celebrate", cls=TextCommand)
@click.argument("name")
@click.argument("how", nargs=-1, type=click.UNPROCESSED)
@ON_DAY
@WHICH_PLAN
@click.pass_obj
def celebrate(sitting: Sitting, name: str, how: tuple[str, ...], on: date | None, plan_id: str | None) -> None:
    """Note how you two celebrated it."""
    from advisory.casework.defense.outcome import celebrate as celebrate_it

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        noted = celebrate_it(caseload, plan_of(caseload, student, plan_id), " ".join(how), on=on)
        talk(f"{caseload.names[student.id]} celebrated: {noted.celebration}")
