"""Checks everything in the folder but the records: modes, unfinished files, conflict copies, backups, drafts, syncing."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from advisory.store import drafts
from advisory.store.disk import backup, history, packed
from advisory.store.disk.beside import unwritten
from advisory.store.disk.files import FILE_MODE, FOLDER_MODE, is_odd, read_regular
from advisory.store.disk.open_folder import purged
from advisory.store.disk.state import SNAPSHOT
from advisory.store.disk.writing import link_in_place
from advisory.store.errors import DamagedError
from advisory.store.synced import conflict_copies, notice_of_syncing

from .finding import Finding
from .odd import find_odd
from .report import REPAIR

_OWN_FOLDERS = ("", history.FOLDER, backup.FOLDER, drafts.FOLDER)
DAMAGED = "damaged-"
"""How the name begins that a repair gives to a copy that can't be decompressed."""
_OTHERS = 0o077
"""The mode bits of the group and of everybody else."""


def check_housekeeping(folder: Path) -> Iterator[Finding]:
    """Findings about everything but records and changes."""
    yield from find_odd(folder)
    yield from _modes(folder)
    for path in leftovers(folder):
        what = "a program was killed while it wrote this file, which was never put in its place"
        yield Finding(name_in(path, folder), what, f"delete it, or {REPAIR} does")
    for name in conflict_copies(folder):
        yield Finding(
            name,
            "it looks like a copy that a cloud service made when two computers wrote at once",
            f"compare it with yours (`advisory --home` on a folder of its own), then move it out of {folder}",
        )
    mark = purged.mark_in(folder)
    if mark is not None and not purged.counts(folder, mark):
        what = "a purge was stopped before it took anything away; everything is as it was"
        yield Finding(purged.NAME, what, f"the next start cleans up after it, or {REPAIR} does", is_advice=True)
    for path, why in damaged_copies(folder).items():
        remedy = (
            f"your records are not affected; {REPAIR} renames it to {DAMAGED}{path.name}, so that nobody relies on it"
        )
        yield Finding(name_in(path, folder), f"this copy {why}", remedy)
    for path in unreadable_drafts(folder):
        yield Finding(
            name_in(path, folder),
            "this text that was not saved can't be read as a draft",
            f"look at it, or {REPAIR} sets it aside",
        )
    if told := unwritten.sentence_in(folder):
        what, _, remedy = told.rpartition("; ")
        yield Finding(unwritten.NAME, what, remedy.removesuffix("."), is_advice=True)
    for path in sorted((folder / drafts.FOLDER).glob("*.aside-*")):
        what = "text that was not saved and could not be shown was set aside here"
        yield Finding(name_in(path, folder), what, "copy the words in an editor, then delete it", is_advice=True)
    link = link_in_place(folder)
    if link and not is_odd(folder / SNAPSHOT):  # which has a finding of its own
        what, _, remedy = link.partition(". ")
        yield Finding(SNAPSHOT, what.removeprefix(f"{folder / SNAPSHOT} "), _as_end(remedy))
    syncing = notice_of_syncing(folder)
    if syncing:
        what, _, remedy = syncing.removeprefix(f"{folder} ").partition(". ")
        yield Finding(str(folder), f"it {what}", _as_end(remedy), is_advice=True)


def _as_end(sentence: str) -> str:
    """A sentence as the end of another."""
    return f"{sentence[:1].lower()}{sentence[1:].removesuffix('.')}"


def open_to_others(folder: Path) -> list[tuple[Path, int]]:
    """Files and folders others may read, each with the mode it should have. None on Windows, which has no modes."""
    if sys.platform == "win32":
        return []
    found: list[tuple[Path, int]] = []
    for place in (folder / name for name in _OWN_FOLDERS):
        if place.is_dir():
            inside = [path for path in sorted(place.iterdir()) if path.is_file()]
            found += [(place, FOLDER_MODE), *((path, FILE_MODE) for path in inside)]
    return [(path, mode) for path, mode in found if path.stat().st_mode & _OTHERS]


def leftovers(folder: Path) -> list[Path]:
    """Temporary files that killed programs left behind."""
    places = (folder / name for name in _OWN_FOLDERS)
    return sorted(path for place in places for path in place.glob(".*.tmp") if not is_odd(path))


def damaged_copies(folder: Path) -> dict[Path, str]:
    """The compressed files in backups that can't be decompressed, and why, as the end of a sentence."""
    found = {}
    for path in sorted((folder / backup.FOLDER).glob(f"*{packed.SUFFIX}")):
        if not path.name.startswith(DAMAGED) and not is_odd(path):
            try:
                packed.read(path)
            except DamagedError as error:
                found[path] = str(error).removeprefix(f"{path.name} ").removesuffix(".")
    return found


def unreadable_drafts(folder: Path) -> list[Path]:
    """Draft files that can't be read."""
    return [path for path in sorted((folder / drafts.FOLDER).glob("*.json")) if path.is_file() and not _is_draft(path)]


def _is_draft(path: Path) -> bool:
    try:
        drafts.read_draft(read_regular(path))
    except (OSError, ValueError, RecursionError):
        return False
    return True


def _modes(folder: Path) -> Iterator[Finding]:
    for path, mode in open_to_others(folder):
        what = (
            f"others on this computer may open it (its mode is {path.stat().st_mode & 0o777:o}, it should be {mode:o})"
        )
        yield Finding(name_in(path, folder), what, f"{REPAIR} closes it to them")
    if sys.platform != "win32":
        for path in (folder, *(path for path in sorted(folder.iterdir()) if path.name.startswith("advisory"))):
            if path.exists() and path.stat().st_uid != os.geteuid():
                yield Finding(
                    name_in(path, folder), "it belongs to another user of this computer", "make it yours with chown"
                )


def name_in(path: Path, folder: Path) -> str:
    """What a finding calls a file of the folder, or the folder itself."""
    return str(path.relative_to(folder)) if path != folder else str(folder)
