"""`advisory defense practice`: a practice, with glows and grows."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import Party

from .choice import ON_DAY, WHICH_PLAN, plan_of


@example(
    'defense practice maya --glow "Clear claim" --grow "Slower" --next "Time it at home"',
    "note a practice; the next step becomes the student's promise, with --mine yours",
)
@click.command("practice", cls=Command)
@click.argument("name")
@click.option("--before", default="", help="Before whom.")
@click.option("--glow", "glows", multiple=True, help="What glowed; you can repeat it.")
@click.option("--grow", "grows", multiple=True, help="What can grow; you can repeat it.")
@click.option("--next", "next_step", default="", help="The next step.")
@click.option("--mine", is_flag=True, help="The next step is yours.")
@click.option("--due", "due_on", type=Day(), metavar="DAY", help="By when the next step is done.")
@ON_DAY
@WHICH_PLAN
@click.pass_obj
def practice(
    sitting: Sitting, name: str, before: str, glows: tuple[str, ...], grows: tuple[str, ...], next_step: str,
    due_on: date | None, on: date | None, plan_id: str | None, *, mine: bool,
) -> None:  # fmt: skip
    """Note a practice, today unless --on says otherwise."""
    from advisory.casework.defense.practice import note_practice

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = note_practice(
            caseload, plan_of(caseload, student, plan_id), before=before, glows=glows, grows=grows, next_step=next_step,
            whose=Party.ADVISOR if mine else Party.STUDENT, due_on=due_on, on=on,
        )  # fmt: skip
        talk(f"Practice {len(made.plan.practices)} of {caseload.names[student.id]} noted")
        if made.promise:
            whose = "You promise" if mine else f"{caseload.shorts[student.id]} promises"
            talk(f"{whose} [{made.promise.id}]: {made.promise.text}")
