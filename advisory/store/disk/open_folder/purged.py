"""Puts files in place that a purge has written anew: each is beside its file until all of them are, and then they count.

`advisory.purge` says that this is going on, and which change the purge is. While the snapshot ends with another one,
nothing has been purged; once it ends with this one, whatever is left to be done is done by the next program that opens
the folder.
"""

import contextlib
import os
from pathlib import Path

import msgspec

from advisory.store.disk import backup, history, packed, snapshot
from advisory.store.disk.files import (
    open_private,
    read_regular,
    replace,
    sync,
    sync_folder,
    write_all,
    write_atomically,
)
from advisory.store.disk.lock import PURGE
from advisory.store.disk.state import SNAPSHOT

NAME = PURGE
_SUFFIX = ".purged"
FOLDERS = ("", history.FOLDER, backup.FOLDER, "drafts")
"""Where the files are that may hold a record's words."""


class Mark(msgspec.Struct, frozen=True):
    """The change that the purge is, by its number and checksum, how many records it takes, and when it was made."""

    seq: int
    chain: str
    records: int
    at: str


NO_CHANGE_YET = Mark(-1, "", 0, "")
"""The mark of a purge that hasn't changed anything yet; it tells whoever waits for the lock what they wait for."""


def mark_in(folder: Path) -> Mark | None:
    """The mark of a purge that was begun; None if there is none. One that can't be read is that of no change."""
    try:
        return msgspec.json.decode(read_regular(folder / NAME), type=Mark)
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return NO_CHANGE_YET


def put_mark(folder: Path, mark: Mark) -> None:
    """Say that a purge is going on; on disk when this returns."""
    write_atomically(folder / NAME, msgspec.json.encode(mark), replace=True)


def stage(path: Path, data: bytes) -> None:
    """Write what a file will hold beside it; no bytes mean that the file, or the folder, will be removed."""
    staged = path.with_name(f".{path.name}{_SUFFIX}")
    descriptor = open_private(staged, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        write_all(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)


def sync_staged(folder: Path) -> None:
    """Wait until the names of all staged files are on disk."""
    for place in {path.parent for path in _staged(folder)}:
        sync_folder(place)


def put_in_place(folder: Path) -> None:
    """Put every staged file in the place of its file; what is done already is not done again. Raises OSError."""
    touched = set()
    for staged in _staged(folder):
        path = staged.with_name(staged.name.removeprefix(".").removesuffix(_SUFFIX))
        touched.add(path.parent)
        if staged.stat().st_size:
            replace(staged, path)
            continue
        if path.is_dir() and not path.is_symlink():
            from shutil import rmtree  # purges are rare

            rmtree(path)
        else:
            path.unlink(missing_ok=True)
        sync_folder(path.parent)  # or the order to remove it could be lost while the file is not
        staged.unlink()
    for place in touched:
        sync_folder(place)
    _take_mark(folder)


def take_back(folder: Path) -> bool:
    """Remove what an unfinished purge left behind; return whether there was anything. Raises OSError."""
    mark, staged = mark_in(folder), _staged(folder)
    if mark is not None and counts(folder, mark):
        return False
    for path in staged:
        path.unlink(missing_ok=True)
    for place in {path.parent for path in staged}:
        sync_folder(place)
    _take_mark(folder)
    return mark is not None or bool(staged)


def counts(folder: Path, mark: Mark) -> bool:
    """Whether the snapshot ends with the purge."""
    path = folder / SNAPSHOT
    meta = snapshot.meta_of(packed.read_top(path)) if path.is_file() else None
    return meta is not None and (meta.seq, meta.chain) == (mark.seq, mark.chain)


def _take_mark(folder: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        (folder / NAME).unlink()
        sync_folder(folder)


def _staged(folder: Path) -> list[Path]:
    return sorted(path for place in FOLDERS for path in (folder / place).glob(f".*{_SUFFIX}"))
