"""`advisory where`: the data folder."""

import os

import click

from advisory.streams import write_data

from .base.command import Command, example
from .base.sitting import Sitting, talk


@example("where", "where your data folder is")
@click.command(cls=Command)
@click.pass_obj
def where(sitting: Sitting) -> None:
    """Show where your data folder is, and anything to know about its files."""
    from advisory.store import Store, StoreError, copies_in, unwritten_in

    folder = sitting.folder
    write_data(os.fsencode(folder) + b"\n")
    if told := unwritten_in(folder):
        talk(told)
    if any(folder.glob("advisory*.json*")):  # in a folder without records, opening would make some
        try:
            store = Store.open(folder)
        except StoreError as error:
            talk(str(error))
            if copies := copies_in(folder):
                talk(copies)
            return
        for notice in store.notices:
            if notice != told:
                talk(notice)
        store.close()
