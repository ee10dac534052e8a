"""`advisory pact resume`: a paused pact becomes active again."""

from datetime import date

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.day import Day
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date
from advisory.model.words import PactStatus
from advisory.rules.refusal import Refusal

from .choice import OTHER_PACT, WHICH_PACT, pact_of


@example("pact resume maya --look +7", "resume the pact; you review it in a week")
@click.command("resume", cls=Command)
@click.argument("name")
@click.option("--look", "look_on", type=Day(), metavar="DAY", help="The next review, if the old date has passed.")
@OTHER_PACT
@WHICH_PACT
@click.pass_obj
def resume(sitting: Sitting, name: str, look_on: date | None, other: str | None, word: str | None) -> None:
    """Resume a paused pact."""
    from advisory.casework.pact.activate import Beside, SecondPact
    from advisory.casework.pact.resume import resume_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        shown = pact_of(caseload, student, word, PactStatus.PAUSED)
        try:
            made = resume_pact(caseload, shown, look_on, beside=Beside(other or "ask"))
        except SecondPact as second:
            raise Refusal(f"{second} Say --other keep or --other pause.") from second
        talk(f"Resumed [{made.id}]: {caseload.names[student.id]}; next review {show_date(made.next_review_on)}")
