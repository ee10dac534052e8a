"""`advisory promise`: something you promised a student."""

from datetime import date

import click

from advisory.model.words import Party

from .base.command import example
from .base.day import Day
from .base.sitting import Sitting, talk
from .base.text_command import TextCommand
from .lines.promise_line import promised_line


@example("promise maya bring lab notes --due fri", "save something you promised; --by student, family or staff")
@click.command(cls=TextCommand)
@click.argument("name")
@click.argument("text", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option(
    "--by",
    "owner",
    type=click.Choice([party.value for party in Party]),
    default=Party.ADVISOR.value,
    show_default=True,
    help="Who promises it.",
)
@click.option("--due", type=Day(), metavar="DAY", help="today, tomorrow, fri, +3, 11/30, 2026-11-30.")
@click.pass_obj
def promise(sitting: Sitting, name: str, text: tuple[str, ...], owner: str, due: date | None) -> None:
    """Write down something you promised a student; or, with --by, what the student, the family or staff promised."""
    from advisory.casework.promise.make import make_promise

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = make_promise(caseload, student.id, " ".join(text), due_on=due, owner=Party(owner))
        talk(promised_line(made, caseload.names[student.id]))
