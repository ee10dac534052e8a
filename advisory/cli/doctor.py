"""`advisory doctor`: looks for damage in the data folder, and repairs it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from advisory.store import StoreError

from .base.command import Command, example
from .base.sitting import FOLDER, REFUSED, Sitting, data, is_agreed, talk


@example("doctor", "is everything in the data folder as it should be? --repair")
@click.command(cls=Command)
@click.option(
    "--repair", "is_repair", is_flag=True, help="Put right what can be put right; a copy of all is kept first."
)
@click.option("--yes", "says_yes", is_flag=True, help="Take the records from a backup without asking, if need be.")
@click.pass_obj
def doctor(sitting: Sitting, *, is_repair: bool, says_yes: bool) -> None:
    """Look whether everything in the data folder is as it should be; nothing is changed without --repair.

    One sentence for each finding: file, line, and what to do. Exit codes: 0 all is well, 1 something was found, 3 nothing can be read.
    """
    from advisory.store.doctor import repair

    folder = sitting.folder
    if not folder.is_dir():
        raise StoreError(f"There is no folder {folder}, so there is nothing to look at.")
    try:
        if is_repair:
            repaired = repair(folder, datetime.now(UTC), lambda question: says_yes or _is_confirmed(question))
            for sentence in repaired.done:
                talk(sentence if sentence.endswith(".") else f"{sentence}.")
            if repaired.is_declined:
                talk("The records were left as they are.")
        code = _examine(folder)
    except BrokenPipeError:  # whoever read the findings has seen enough
        raise
    except OSError as error:
        raise StoreError(
            f"{error.filename or folder} can't be {'put right' if is_repair else 'read'} ({error.strerror or error}). Each "
            "file is as it was, or whole and new; look again with `advisory doctor`."
        ) from error
    raise click.exceptions.Exit(code)


def _examine(folder: Path) -> int:
    from advisory.store.doctor import examine

    examination = examine(folder)
    for finding in examination.findings:
        data(f"{'Advice: ' if finding.is_advice else ''}{finding}")
    if not examination.is_readable:
        return FOLDER
    found = sum(not finding.is_advice for finding in examination.findings)
    if found:
        talk(f"{found} problem{'' if found == 1 else 's'} found in {folder}.")
        return REFUSED
    if examination.is_empty:
        talk(f"There is nothing in {folder} yet.")
    elif examination.is_whole:
        talk(f"All is well in {folder}.")
    else:
        talk(f"What is in {folder} is in order, but it is not all there was.")
    return 0


def _is_confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        talk(f"{question} Say so with --yes.")
        return False
    return is_agreed(question)
