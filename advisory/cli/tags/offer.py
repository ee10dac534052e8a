"""`advisory tags offer`: a hidden tag is offered again."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk


@example("tags offer lab", "a hidden tag is offered again")
@click.command(cls=Command)
@click.argument("name", metavar="TAG")
@click.pass_obj
def offer(sitting: Sitting, name: str) -> None:
    """Offer a hidden TAG again while you type."""
    from advisory.casework.tag.hide import hide_tag

    with sitting.caseload() as caseload:
        talk(f"#{hide_tag(caseload, name, hidden=False).name} is offered again.")
