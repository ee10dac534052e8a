"""`advisory where`: the data folder."""

import click

from .base.sitting import Sitting, data


@click.command()
@click.pass_obj
def where(sitting: Sitting) -> None:
    """Show where the data folder is."""
    data(str(sitting.folder))
