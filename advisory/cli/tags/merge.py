"""`advisory tags merge`: two tags become one."""

import click

from advisory.cli.base.command import Command, example
from advisory.cli.base.sitting import Sitting, talk


@example("tags merge labs lab", "every note with #labs has #lab instead")
@click.command(cls=Command)
@click.argument("name", metavar="TAG")
@click.argument("into", metavar="INTO")
@click.pass_obj
def merge(sitting: Sitting, name: str, into: str) -> None:
    """Give every note with TAG the tag INTO instead. One undo separates them again."""
    from advisory.casework.tag.rename import merge_tags, need_tag

    with sitting.caseload() as caseload:
        before = need_tag(caseload, name)
        kept = merge_tags(caseload, name, into)
        notes = "1 note has" if kept.count == 1 else f"{kept.count} notes have"
        talk(f"#{before.name} is now part of #{kept.name}, which {notes}. `advisory undo` separates them again.")
