"""`advisory undo`: takes back the last change."""

import click

from advisory.casework.undo import undo as undo_last

from .base.sitting import Sitting, talk


@click.command()
@click.pass_obj
def undo(sitting: Sitting) -> None:
    """Take back the last change, whichever it was."""
    with sitting.caseload() as caseload:
        undone = undo_last(caseload)
        talk(f"Undid: {undone.describe(caseload)}" if undone else "There is nothing to undo.")
