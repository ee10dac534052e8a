"""`advisory redo`: makes the change again that was undone last."""

import click

from advisory.casework.redo import redo as redo_last

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("redo", "redo that change")
@click.command(cls=Command)
@click.pass_obj
def redo(sitting: Sitting) -> None:
    """Redo the change you just undid."""
    with sitting.caseload() as caseload:
        redone = redo_last(caseload)
        talk(f"Redid: {redone.describe(caseload)}" if redone else "There is nothing to redo.")
