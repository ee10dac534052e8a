"""`advisory defense feedback`: what the panel said."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk

from .choice import ON_DAY, WHICH_PLAN, plan_of


@example(
    'defense feedback maya --wow "Asked back" --wonder "What next?"', "write the panel's words down, before the outcome"
)
@click.command("feedback", cls=Command)
@click.argument("name")
@click.option("--wow", "wows", multiple=True, help="What the panel admired; you can repeat it.")
@click.option("--wonder", "wonders", multiple=True, help="What the panel wonders about; you can repeat it.")
@ON_DAY
@WHICH_PLAN
@click.pass_obj
def feedback(
    sitting: Sitting, name: str, wows: tuple[str, ...], wonders: tuple[str, ...], on: date | None, plan_id: str | None
) -> None:
    """Write down the panel's wows and wonders. The outcome can be chosen after that."""
    from advisory.casework.defense.outcome import give_feedback

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        told = give_feedback(caseload, plan_of(caseload, student, plan_id), wows=wows, wonders=wonders, on=on)
        talk(f"Written down for {caseload.names[student.id]}: wows {len(told.wows)}, wonders {len(told.wonders)}")
