"""Keeping the data: a copy in one file, the way back from one, and what to do when something is wrong with the files."""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import click

from advisory.store import Store, StoreError

from .base.sitting import FOLDER, REFUSED, Sitting, data, refusing, talk


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


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def restore(sitting: Sitting, file: Path) -> None:
    """Go back to a backup: its records take the place of all there are, of which a copy is kept first.

    FILE is what `advisory backup` wrote, any copy of advisory.json, or one of those that the program keeps in backups.
    """
    from advisory.store.restore import restore

    with refusing():
        done = restore(sitting.folder, file, datetime.now(UTC))
    as_of = f" as of {_local(done.saved)}" if done.saved else ""
    talk(f"Restored from {done.source}{as_of}: {done.students} students, {done.check_ins} check-ins.")
    if done.edited:
        talk("That file was changed outside advisory; every record in it was checked.")
    if done.kept:
        talk(f"What was there is in {done.kept}; `advisory restore {done.kept}` goes back to it. Undo does not.")
    for notice in _notices(sitting.folder):
        talk(notice)


def _notices(folder: Path) -> tuple[str, ...]:
    store = Store.open(folder)
    try:
        return store.notices
    finally:
        store.close()


def _unused(folder: Path, stem: str) -> Path:
    names = (f"{stem}-{number}.json" if number > 1 else f"{stem}.json" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())


def _local(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M}"


@click.command()
@click.option(
    "--repair", "is_repair", is_flag=True, help="Put right what can be put right; a copy of all is kept first."
)
@click.option("--yes", "is_agreed", is_flag=True, help="Take the records from a backup without asking, if need be.")
@click.pass_obj
def doctor(sitting: Sitting, *, is_repair: bool, is_agreed: bool) -> None:
    """Look whether everything in the data folder is as it should be; nothing is changed without --repair.

    A sentence a finding: file, line, and what to do. Exit codes: 0 all is well, 1 something was found, 3 nothing can be read.
    """
    from advisory.store.doctor import repair

    folder = sitting.folder
    if not folder.is_dir():
        raise StoreError(f"There is no folder {folder}, so there is nothing to look at.")
    try:
        if is_repair:
            repaired = repair(folder, datetime.now(UTC), lambda question: is_agreed or _is_confirmed(question))
            for sentence in repaired.done:
                talk(sentence if sentence.endswith(".") else f"{sentence}.")
            if repaired.is_declined:
                talk("The records were left as they are.")
        code = _tell(folder)
    except OSError as error:
        raise StoreError(f"{error.filename or folder} can't be read ({error.strerror or error}).") from error
    raise click.exceptions.Exit(code)


def _tell(folder: Path) -> int:
    from advisory.store.doctor import examine

    examination = examine(folder)
    for finding in examination.findings:
        data(f"{'Advice: ' if finding.is_advice else ''}{finding}")
    if not examination.is_readable:
        return FOLDER
    found = sum(not finding.is_advice for finding in examination.findings)
    if found:
        talk(f"{found} found in {folder}.")
        return REFUSED
    talk(f"There is nothing in {folder} yet." if examination.is_empty else f"All is well in {folder}.")
    return 0


def _is_confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        talk(f"{question} Say so with --yes.")
        return False
    return click.confirm(question, err=True)
