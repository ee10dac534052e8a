"""`advisory pact begin`: both keep it from now on."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.day_order import show_date
from advisory.model.words import Observer
from advisory.rules.refusal import Refusal

from .agreement import BOTH_AGREE, NOT_BEGUN, name_options, yes_of
from .choice import OTHER_PACT, WHICH_PACT, pact_of


@example("pact begin maya", "begin the pact, once you both said yes; --both-agree spoken")
@click.command("begin", cls=Command)
@click.argument("name")
@BOTH_AGREE
@name_options
@OTHER_PACT
@WHICH_PACT
@click.pass_obj
def begin(
    sitting: Sitting,
    name: str,
    how: str | None,
    student_name: str,
    advisor_name: str,
    other: str | None,
    word: str | None,
) -> None:
    """Begin a pact. If something is missing, it says what."""
    from advisory.casework.pact.activate import Beside, SecondPact, activate_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        said = {Observer.STUDENT: how, Observer.ADVISOR: how}
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        shown = pact_of(caseload, student, word, *NOT_BEGUN)
        try:
            made = activate_pact(caseload, shown, yes, beside=Beside(other or "ask"))
        except SecondPact as second:
            raise Refusal(f"{second} Say --other keep or --other pause.") from second
        talk(
            f"Begun [{made.id}]: {caseload.names[student.id]}, {made.called}; next review {show_date(made.next_review_on)}"
        )
