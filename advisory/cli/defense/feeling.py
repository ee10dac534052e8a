"""`advisory defense feeling`: how they feel before the day, as they say it."""

import click

from advisory.cli.base.command import example
from advisory.cli.base.sitting import Sitting, talk
from advisory.cli.base.text_command import TextCommand

from .choice import WHICH_PLAN, plan_of


@example(
    'defense feeling maya 3 "Like before a race"', "how they feel before the day, 1 to 5 as they say, and their words"
)
@click.command("feeling", cls=TextCommand)
@click.argument("name")
@click.argument("feeling", type=int)
@click.argument("says", nargs=-1, type=click.UNPROCESSED)
@WHICH_PLAN
@click.pass_obj
def feeling(sitting: Sitting, name: str, feeling: int, says: tuple[str, ...], plan_id: str | None) -> None:
    """Note how the student feels before the day, with their words. A check-in of kind defense_prep keeps it on other days."""
    from advisory.casework.defense.feeling import note_feeling

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        note_feeling(caseload, plan_of(caseload, student, plan_id), feeling, " ".join(says))
        talk(f"{caseload.names[student.id]}: {feeling} before the day")
