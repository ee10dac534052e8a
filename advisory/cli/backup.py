"""`advisory backup`: all records in one file."""

from pathlib import Path

import click

from advisory.casework.back_up import back_up

from .base.command import Command, example
from .base.options import NamedFile
from .base.sitting import Sitting, talk


@example("backup usb.json", "save all records in one file; it never overwrites a file")
@click.command(cls=Command)
@click.argument("file", required=False, type=NamedFile())
@click.pass_obj
def backup(sitting: Sitting, file: Path | None) -> None:
    """Save all records in one file, which `advisory restore` reads back.

    FILE must not exist yet; a folder gets a file named after the day. Without FILE it goes with your backups.
    If its name ends in .gz, it is compressed.
    """
    with sitting.caseload() as caseload:
        path = back_up(caseload, file)
        talk(f"Saved all records in {path}, private ones too. Keep it where no one else can read it.")
