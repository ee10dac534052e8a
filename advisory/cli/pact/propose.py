"""`advisory pact propose`: a draft becomes a proposal."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import PactStatus

from .choice import WHICH_PACT, pact_of


@example("pact propose maya", "propose a draft to the student; then either of you can say yes")
@click.command("propose", cls=Command)
@click.argument("name")
@WHICH_PACT
@click.pass_obj
def propose(sitting: Sitting, name: str, word: str | None) -> None:
    """Propose a draft to the student; then either of you can say yes to it."""
    from advisory.casework.pact.propose import propose_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = propose_pact(caseload, pact_of(caseload, student, word, PactStatus.DRAFT))
        talk(f"Proposed [{made.id}]: {caseload.names[student.id]}, {made.called}")
