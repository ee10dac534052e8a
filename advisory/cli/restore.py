"""`advisory restore`: back to a backup."""

from datetime import UTC, datetime
from pathlib import Path

import click

from advisory.model.day_order import show_date
from advisory.store import Store

from .base.command import Command, example
from .base.options import DroppedFile
from .base.sitting import Sitting, refusing, talk


@example("restore usb.json", "back to a backup; what was there is kept first")
@click.command(cls=Command)
@click.argument("file", type=DroppedFile())
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
    if done.damage:
        talk("That copy was damaged, as it was before the repair; all that can be read of it was taken.")
        for sentence in done.damage:
            talk(f"{sentence}.")
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


def _local(instant: str) -> str:
    at = datetime.fromisoformat(instant).astimezone()
    return f"{show_date(at)} {at:%H:%M}"
