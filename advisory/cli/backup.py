"""`advisory backup`: all records in one file."""

from itertools import count
from pathlib import Path

import click

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
        path = file or caseload.store.folder / "backups"
        if path.is_dir() or file is None:
            suffix = ".json" if file else ".json.gz"
            path = _unused(path, f"backup-{caseload.now().astimezone():%Y-%m-%d}", suffix)
        caseload.store.back_up(path)
        talk(f"Saved all records in {path}, private ones too. Keep it where no one else can read it.")


def _unused(folder: Path, stem: str, suffix: str) -> Path:
    names = (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
