"""`advisory pact agree`: who has agreed to it."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import Observer
from advisory.rules.pact.life import missing

from .agreement import BOTH_AGREE, HOW, NOT_BEGUN, name_options, yes_of
from .choice import WHICH_PACT, pact_of


@example("pact agree maya --student typed --advisor spoken", "record who said yes, and how")
@click.command("agree", cls=Command)
@click.argument("name")
@click.option("--student", "student_how", type=HOW, help="The student said yes, and how.")
@click.option("--advisor", "advisor_how", type=HOW, help="You said yes, and how.")
@BOTH_AGREE
@name_options
@WHICH_PACT
@click.pass_obj
def agree(
    sitting: Sitting, name: str, student_how: str | None, advisor_how: str | None, how: str | None, student_name: str,
    advisor_name: str, word: str | None,
) -> None:  # fmt: skip
    """Record who agreed to the pact's current words. This also proposes a draft."""
    from advisory.casework.pact.agree import agree_to_pact

    said = {Observer.STUDENT: student_how or how, Observer.ADVISOR: advisor_how or how}
    if not any(said.values()):
        raise click.UsageError("Who has agreed? --student HOW, --advisor HOW or --both-agree HOW.")
    with sitting.caseload() as caseload:
        student = caseload.one(name)
        yes = yes_of(caseload, student, said, {Observer.STUDENT: student_name, Observer.ADVISOR: advisor_name})
        made = agree_to_pact(caseload, pact_of(caseload, student, word, *NOT_BEGUN), yes)
        lacking = "; ".join(missing(made, caseload.today))
        talk(f"Agreed [{made.id}]: {', '.join(f'{one.name} ({one.how.label})' for one in yes)}")
        talk(f"Before it can begin: {lacking}." if lacking else "`advisory pact begin` begins it.")
