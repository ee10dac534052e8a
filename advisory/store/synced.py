"""Whether a folder lies where a cloud service copies files to and fro."""

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


def notice_of_syncing(folder: Path) -> str | None:
    """A sentence when the names in the path tell that a service syncs the folder, else None."""
    for part in folder.absolute().parts:
        for start, service in _SERVICES.items():
            if part.casefold().startswith(start):
                return (
                    f"{folder} is synced by {service}. Use advisory on one computer at a time there, and close it before "
                    "you go to the next: two at once leave conflict copies, which are never merged."
                )
    return None
