"""`advisory backup`: all records in one file."""

from itertools import count
from pathlib import Path

import click

from .base.sitting import Sitting, talk


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.pass_obj
def backup(sitting: Sitting, file: Path | None) -> None:
    """Write all records into one file, which `advisory restore` reads back.

    FILE must not be there yet; a folder gets a file named after the day. Without FILE it is kept among your backups.
    """
    with sitting.caseload() as caseload:
        path = file or caseload.store.folder / "backups"
        if path.is_dir() or file is None:
            path.mkdir(mode=0o700, exist_ok=True)
            path = _unused(path, f"backup-{caseload.now().astimezone():%Y-%m-%d}")
        caseload.store.back_up(path)
        talk(f"All records are in {path}, private ones too: keep it where nobody else reads it.")


def _unused(folder: Path, stem: str) -> Path:
    names = (f"{stem}-{number}.json" if number > 1 else f"{stem}.json" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
