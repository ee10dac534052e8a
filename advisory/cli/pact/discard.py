"""`advisory pact discard`: a draft or a proposal is given up."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import PactStatus

from .choice import WHICH_PACT, pact_of


@example("pact discard maya", "discard a draft or a proposal")
@click.command("discard", cls=Command)
@click.argument("name")
@WHICH_PACT
@click.pass_obj
def discard(sitting: Sitting, name: str, word: str | None) -> None:
    """Discard a draft or a proposal; it stays in the file."""
    from advisory.casework.pact.discard import discard_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = discard_pact(caseload, pact_of(caseload, student, word, PactStatus.DRAFT, PactStatus.PROPOSED))
        talk(f"Discarded [{made.id}]: {caseload.names[student.id]}, {made.called}. `advisory undo` brings it back.")
