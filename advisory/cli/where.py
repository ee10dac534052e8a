"""`advisory where`: the data folder."""

import click

from .base.command import Command, example
from .base.sitting import Sitting, data


@example("where", "the data folder")
@click.command(cls=Command)
@click.pass_obj
def where(sitting: Sitting) -> None:
    """Show where the data folder is."""
    data(str(sitting.folder))
