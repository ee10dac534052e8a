"""`advisory promise`: something you promised a student."""

from datetime import date

import click

from advisory.model.day_order import show_date

from .base.command import example
from .base.day import Day
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand


@example("promise maya bring lab notes --due fri", "save something you promised")
@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--due", type=Day(), metavar="DAY", help="today, tomorrow, fri, +3, 11/30, 2026-11-30.")
@click.pass_obj
def promise(sitting: Sitting, name: str, text: tuple[str, ...], due: date | None) -> None:
    """Write down something you promised a student."""
    from advisory.casework.promise.make import make_promise

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = make_promise(caseload, student.id, " ".join(text), due_on=due)
        talk(
            f"Promised [{made.id}]: {caseload.names[student.id]}{f', due {show_date(made.due_on)}' if made.due_on else ''}"
        )
