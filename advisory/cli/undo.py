"""`advisory undo`: takes back the last change."""

import click

from advisory.casework.undo import undo as undo_last

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("undo", "undo the last change, and say what it was")
@click.command(cls=Command)
@click.pass_obj
def undo(sitting: Sitting) -> None:
    """Undo the last change, whatever it was."""
    with sitting.caseload() as caseload:
        undone = undo_last(caseload)
        talk(f"Undid: {undone.describe(caseload)}" if undone else "There is nothing to undo.")
