"""Whether a folder can be written to: its lock if it can, and otherwise a sentence that says why not."""

import os
from pathlib import Path

from . import journal
from .files import is_odd, leads_nowhere
from .lock import KernelLock
from .state import SNAPSHOT

LOCK = "advisory.lock"


def open_lock(folder: Path) -> KernelLock | str:
    """The folder's lock, not taken yet, or the reason why nothing may be written there."""
    odd = next((name for name in (journal.NAME, LOCK) if is_odd(folder / name)), "")
    if odd:
        return (
            f"{odd} in {folder} is not a file but a folder, a pipe, a device or a broken link, so nothing can be changed. `advisory doctor "
            "--repair` moves it away."
        )
    try:
        if not os.access(folder, os.W_OK):
            return f"{folder} is read-only, so nothing can be changed in it. Check its permissions."
        return link_in_place(folder) or KernelLock(folder / LOCK)
    except PermissionError:
        return f"{folder} is read-only, so nothing can be changed in it. Check its permissions."
    except OSError as error:
        return f"{folder} can only be read ({error.strerror}), so nothing can be changed in it."


def link_in_place(folder: Path) -> str:
    """A sentence if the snapshot is a link, "" if not. A save would replace the link and leave the file it leads to behind."""
    path = folder / SNAPSHOT
    if not path.is_symlink():
        return ""
    if leads_nowhere(path):
        return (
            f"{path} is a link that leads nowhere, so nothing can be changed. Bring back what it led to, or let `advisory "
            "doctor --repair` move it away."
        )
    target = path.resolve()
    return (
        f"{path} is a link to {target}, so nothing can be changed: a save would replace the link, and that file would "
        f"stay as it is. Move the file here, or use its folder with --home {target.parent}."
    )
