"""Detects whether a cloud service syncs the folder, and the conflict copies it made there."""

import os
import re
from pathlib import Path

_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "syncthing": "Syncthing",
}

_OURS = frozenset({"advisory.json", "advisory.journal.jsonl", "advisory.lock"})
_HISTORY = "history"
_MONTH = r"\d{4}-\d\d(?=\D)(?!\.jsonl$).*\.jsonl"
"""A copy of a month's file: `2026-11 (1).jsonl`."""


def conflict_copies(folder: Path) -> list[str]:
    """The files next to ours that look like copies made by a sync service or a person."""
    found = [name for name in _names(folder) if name.startswith("advisory") and ".json" in name and name not in _OURS]
    return sorted(found) + sorted(
        f"{_HISTORY}/{name}" for name in _names(folder / _HISTORY) if re.fullmatch(_MONTH, name)
    )


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - faster, and every start waits for it
    except OSError:
        return []


def notice_of_copies(folder: Path) -> str | None:
    """A message if there are such copies, else None."""
    names = conflict_copies(folder)
    if not names:
        return None
    return (
        f"Beside your file there {'is' if len(names) == 1 else 'are'} {', '.join(names)} in {folder}: another computer "
        "may have written there. Nothing in it is shown or merged; look with `advisory doctor`, then move it away."
    )


def notice_of_syncing(folder: Path) -> str | None:
    """A message if the folder's path shows that a service syncs it, else None."""
    for part in folder.absolute().parts:
        for start, service in _SERVICES.items():
            if part.casefold().startswith(start):
                return (
                    f"{folder} is synced by {service}. Use advisory on one computer at a time there, and close it before "
                    "you move to the next: two at once leave conflict copies, which are never merged."
                )
    return None
