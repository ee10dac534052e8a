"""What is kept before a file is replaced or cut: the snapshot and its journal as a pair, and the ends of torn journals."""

import os
import shutil
from pathlib import Path

from .files import make_folder, write_atomically

FOLDER = "backups"
KEPT = 5


def keep_pair(snapshot: Path, seq: int, journal_data: bytes, *, edited: bool) -> None:
    """Keep the snapshot that is about to be replaced and the journal since it: together they equal the new one.

    The last KEPT pairs stay; one that was edited by hand is kept under another name, beside what it was before.
    """
    if not snapshot.exists():
        return
    backups = snapshot.parent / FOLDER
    make_folder(backups)
    copy = backups / f"{'edited' if edited else 'advisory'}-{seq:07d}.json"
    copy.unlink(missing_ok=True)
    try:
        os.link(snapshot, copy)  # the file itself is never written to again, only replaced
    except OSError:
        shutil.copy2(snapshot, copy)
    write_atomically(copy.with_suffix(".journal.jsonl"), journal_data, replace=True)
    for old in sorted(backups.glob("advisory-*.json"))[:-KEPT]:
        old.unlink(missing_ok=True)
        old.with_suffix(".journal.jsonl").unlink(missing_ok=True)


def set_aside(folder: Path, torn: bytes, seq: int) -> str:
    """Keep the torn end of a journal; the name of the file that holds it, from the folder on."""
    make_folder(folder / FOLDER)
    number = 1
    while (path := folder / FOLDER / f"torn-{seq:07d}-{number}.jsonl").exists():
        number += 1
    write_atomically(path, torn, replace=False)
    return f"{FOLDER}/{path.name}"
