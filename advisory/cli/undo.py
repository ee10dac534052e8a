"""`advisory undo`: takes back the last change."""

import click

from advisory.casework.undo import undo as undo_last

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("undo", "takes back the last change and says what it was")
@click.command(cls=Command)
@click.pass_obj
def undo(sitting: Sitting) -> None:
    """Take back the last change, whichever it was."""
    with sitting.caseload() as caseload:
        undone = undo_last(caseload)
        talk(f"Undid: {undone.describe(caseload)}" if undone else "There is nothing to undo.")
