"""Tells the program's own files in the data folder from those that a command may write.

An export over `advisory.json`, even with --force, would be the end of the records; one over a draft, of what was typed.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from . import drafts
from .disk import backup, history
from .errors import Refused

_TOP = ("advisory.", ".advisory.", "settings.")
"""How the names of the files begin that the program keeps in the folder itself, or while it writes them."""
_FOLDERS = (history.FOLDER, drafts.FOLDER, backup.FOLDER)
_PAIR = "advisory-"


def need_free_place(folder: Path, path: Path, *, is_backup: bool = False) -> None:
    """Raise Refused if a file asked for would be one of the program's own, by its place or through a link of any kind.

    A backup may lie among the backups, unless it is called like those that are deleted in time.
    """
    if _is_own_place(folder, path, is_backup=is_backup) or _is_own_file(folder, path):
        raise Refused(
            f"{path} is among the program's own files in {folder}, and nothing else may be written there. Name a file in "
            "another folder."
        )


def _is_own_place(folder: Path, path: Path, *, is_backup: bool) -> bool:
    real_folder = _real(folder)
    for place in (_real(path.parent) / path.name, _real(path)):  # a link itself, and what it leads to
        try:
            names = [name.casefold() for name in place.relative_to(real_folder).parts]
        except ValueError:
            continue
        if not names:
            continue
        if len(names) == 1 and (names[0].startswith(_TOP) or names[0] in _FOLDERS):
            return True
        if names[0] in _FOLDERS:
            is_copy = is_backup and names[0] == backup.FOLDER and len(names) == 2  # noqa: PLR2004 - a file right in it
            if not is_copy or names[1].startswith(_PAIR):
                return True
    return False


def _is_own_file(folder: Path, path: Path) -> bool:
    """Whether it is the very file that has one of our names: a hard link, or another spelling on a disk that takes both."""
    try:
        there = path.stat()
    except (OSError, ValueError):  # nothing there, or a name that no file can have, which writing it tells
        return False
    return any((there.st_dev, there.st_ino) == (own.st_dev, own.st_ino) for own in _own_files(folder))


def _own_files(folder: Path) -> Iterator[os.stat_result]:
    for place in (folder, *(folder / name for name in _FOLDERS)):
        with suppress(OSError):  # a folder that is not there
            for name in os.listdir(place):  # noqa: PTH208 - only the names are wanted
                if place != folder or name.startswith(_TOP):
                    with suppress(OSError):  # a link that leads nowhere
                        yield (place / name).stat()


def _real(path: Path) -> Path:
    """The path without links; as it stands where that can't be found out, as of a link that leads to itself."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()
