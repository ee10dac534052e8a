"""`advisory pact pause`: an active pact is put aside."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk
from advisory.model.words import PactStatus

from .choice import WHICH_PACT, pact_of


@example("pact pause maya", "pause the pact")
@click.command("pause", cls=Command)
@click.argument("name")
@WHICH_PACT
@click.pass_obj
def pause(sitting: Sitting, name: str, word: str | None) -> None:
    """Pause an active pact."""
    from advisory.casework.pact.pause import pause_pact

    with sitting.caseload() as caseload:
        student = caseload.one(name)
        made = pause_pact(caseload, pact_of(caseload, student, word, PactStatus.ACTIVE))
        talk(f"Paused [{made.id}]: {caseload.names[student.id]}, {made.called}")
