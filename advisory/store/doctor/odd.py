"""Finds what stands where a file or folder of ours should be and is something else, such as a pipe, and moves it away.

Such a thing is never opened: a pipe would be waited for without end, and a device may do anything.
"""

from collections.abc import Iterator
from pathlib import Path

from advisory.store import drafts, editor_text
from advisory.store.disk import backup, history, journal
from advisory.store.disk.beside import last, unwritten
from advisory.store.disk.files import is_odd, leads_nowhere, make_folder, sync_folder
from advisory.store.disk.state import SNAPSHOT
from advisory.store.disk.writing import LOCK

from .finding import Finding
from .report import REPAIR

_FILES = (SNAPSHOT, journal.NAME, LOCK, last.NAME, unwritten.NAME, "settings.json")
_FOLDERS = (history.FOLDER, drafts.FOLDER, backup.FOLDER)


def odd_things(folder: Path) -> list[Path]:
    """What stands where a file should be and is none, or where one of our folders should be and is none."""
    found = [folder / name for name in _FILES if is_odd(folder / name)]
    found += [path for path in sorted(folder.glob(".*.tmp")) if is_odd(path)]
    for place in (folder / name for name in _FOLDERS):
        if place.is_dir():
            found += [path for path in sorted(place.iterdir()) if is_odd(path) and not _is_known(path)]
        elif place.exists() or leads_nowhere(place):
            found.append(place)
    return found


def _is_known(path: Path) -> bool:
    """Whether it was moved there by an earlier repair, or is a folder for the advisor's own editor."""
    return path.name.startswith("odd-") or (path.is_dir() and path.name.startswith(editor_text.PREFIX))


def find_odd(folder: Path) -> Iterator[Finding]:
    """A finding for each of them."""
    for path in odd_things(folder):
        wanted = "folder" if path.name in _FOLDERS else "file"
        what = f"something else than a {wanted} stands here: a folder, a pipe, a device or a link that leads nowhere. It was not opened"
        if wanted == "folder":
            what = "this should be a folder and is something else. It was not opened"
        yield Finding(str(path.relative_to(folder)), what, f"{REPAIR} moves it to {backup.FOLDER}/odd-{path.name}")


def move_odd(folder: Path) -> list[str]:
    """Move them to backups, unopened; what was done, a sentence each."""
    done = []
    for path in sorted(odd_things(folder), key=lambda path: path.name != backup.FOLDER):  # first what is in the way
        name = path.relative_to(folder)
        if path.name == backup.FOLDER:
            aside = path.rename(folder / f"odd-{path.name}")
        else:
            make_folder(folder / backup.FOLDER)
            aside = path.rename(backup.unused(folder, f"odd-{path.name}", ""))
        sync_folder(path.parent)
        sync_folder(aside.parent)
        done.append(
            f"{name} was no {'folder' if path.name in _FOLDERS else 'file'}: it is now {aside.relative_to(folder)}"
        )
    return done
