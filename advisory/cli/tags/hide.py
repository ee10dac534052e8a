"""`advisory tags hide`: a tag is offered no more."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk


@example("tags hide lab", "it stays on its notes, and is no longer offered")
@click.command(cls=Command)
@click.argument("name", metavar="TAG")
@click.pass_obj
def hide(sitting: Sitting, name: str) -> None:
    """Stop offering TAG while you type. It stays on its notes."""
    from advisory.casework.tag.hide import hide_tag

    with sitting.caseload() as caseload:
        tag = hide_tag(caseload, name)
        talk(f"#{tag.name} is hidden; it stays on its notes. `advisory tags offer {tag.name}` offers it again.")
