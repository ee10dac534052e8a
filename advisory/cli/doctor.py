"""`advisory doctor`: looks for damage in the data folder, and repairs it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from advisory.store import StoreError, reason_of

from .base.command import Command, example
from .base.sitting import FOLDER, REFUSED, Sitting, data, is_agreed, talk


@example("doctor", "check that your data folder is in order; --repair fixes it")
@click.command(cls=Command)
@click.option("--repair", "is_repair", is_flag=True, help="Fix what can be fixed, after keeping a copy of everything.")
@click.option("--yes", "says_yes", is_flag=True, help="Use a backup without asking, if needed.")
@click.pass_obj
def doctor(sitting: Sitting, *, is_repair: bool, says_yes: bool) -> None:
    """Check that your data folder is in order; nothing changes without --repair.

    One sentence for each finding: file, line, and what to do. Exit codes: 0 all in order, 1 something was found, 3 nothing can be read.
    """
    from advisory.store.doctor import repair

    folder = sitting.folder
    if not folder.is_dir():
        raise StoreError(f"There is no folder {folder}, so there is nothing to check.")
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
            f"{error.filename or folder} can't be {'repaired' if is_repair else 'read'} ({reason_of(error)}). Each "
            "file is as it was, or whole and new. Check again with `advisory doctor`."
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
        talk(f"Everything in {folder} is in order.")
    else:
        talk(f"Everything left in {folder} is in order, but some of it is gone.")
    return 0


def _is_confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        talk(f"{question} Add --yes to say yes.")
        return False
    return is_agreed(question)
