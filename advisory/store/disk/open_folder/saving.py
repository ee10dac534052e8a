"""Writes the snapshot anew: when that is due, and in which order, so that no moment loses anything."""

import contextlib
from pathlib import Path

from advisory.store.disk import backup, history
from advisory.store.disk.files import remove_leftovers, replace, sync_folder, write_beside

SMALL = 256 * 1024
"""A snapshot of up to this many bytes is written at every close; a larger one, only once its journal is worth it."""
_SHARE_AT_CLOSE = 16
LARGEST_JOURNAL = 256 * 1024
LARGEST_SHARE = 5  # one fifth of the snapshot, so that replaying the journal stays a small part of opening


def is_due_at_close(snapshot_size: int, journal_size: int) -> bool:
    """Whether a close writes the snapshot: a single note does not rewrite the notes of ten years."""
    return snapshot_size <= SMALL or journal_size * _SHARE_AT_CLOSE > snapshot_size


def is_due_at_once(snapshot_size: int, journal_size: int) -> bool:
    """Whether the journal has outgrown the snapshot while the program is open."""
    return journal_size > max(LARGEST_JOURNAL, snapshot_size // LARGEST_SHARE)


def write_snapshot(path: Path, data: bytes, journal_data: bytes, *, seq: int, at: str, edited: bool) -> None:
    """Replace the snapshot, keeping the old one with its journal in backups, and add the journal's rows to history.

    The new one is whole on the disk before anything else happens: a full disk leaves backups as they are.
    """
    remove_leftovers(path)
    temporary = write_beside(path, data)
    there = set(_names(path.parent))
    made: list[Path] = []
    try:
        made = backup.keep_pair(path, seq, at, journal_data, edited=edited)
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
            for copy in made:
                if copy.name not in there:
                    copy.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    history.archive(path.parent, journal_data)


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in (folder / backup.FOLDER).iterdir()]
    except OSError:
        return []
