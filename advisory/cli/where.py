"""`advisory where`: the data folder."""

import os

import click

from advisory.streams import write_data

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("where", "the data folder")
@click.command(cls=Command)
@click.pass_obj
def where(sitting: Sitting) -> None:
    """Show where the data folder is."""
    from advisory.store import unwritten_in

    write_data(os.fsencode(sitting.folder) + b"\n")
    if told := unwritten_in(sitting.folder):
        talk(told)
