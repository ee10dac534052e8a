"""`advisory restore`: back to a backup."""

from datetime import UTC, datetime
from pathlib import Path

import click

from advisory.model import CheckIn, Student
from advisory.model.day_order import show_date
from advisory.model.nouns import many
from advisory.store import Store

from .base.command import Command, example
from .base.options import DroppedFile
from .base.sitting import Sitting, refusing, talk


@example("restore usb.json", "go back to a backup, after keeping what is there now")
@click.command(cls=Command)
@click.argument("file", type=DroppedFile())
@click.pass_obj
def restore(sitting: Sitting, file: Path) -> None:
    """Go back to a backup: its records replace all you have now, after a copy is kept.

    FILE is what `advisory backup` saved, any copy of advisory.json, or one of the program's own backups.
    """
    from advisory.store.restore import restore

    with refusing():
        done = restore(sitting.folder, file, datetime.now(UTC))
    as_of = f" as of {_local(done.saved)}" if done.saved else ""
    talk(f"Restored from {done.source}{as_of}: {many(Student, done.students)}, {many(CheckIn, done.check_ins)}.")
    if done.edited:
        talk("That file was changed outside advisory; every record in it was checked.")
    if done.damage:
        talk("That copy was damaged, as it was before the repair. Everything readable in it was restored.")
        for sentence in done.damage:
            talk(f"{sentence}.")
    if done.shares:
        talk(f"What you shared since then is still listed: {done.shares}. `advisory shared` shows it.")
    if done.kept:
        talk(f"What was there before is in {done.kept}. `advisory restore {done.kept}` goes back to it; undo can't.")
    for notice in _notices(sitting.folder):
        talk(notice)


def _notices(folder: Path) -> tuple[str, ...]:
    store = Store.open(folder)
    try:
        return store.notices
    finally:
        store.close()


def _local(instant: str) -> str:
    at = datetime.fromisoformat(instant).astimezone()
    return f"{show_date(at)} {at:%H:%M}"
