"""Save all records in one file."""

from itertools import count
from pathlib import Path

from advisory.caseload.caseload import Caseload


def back_up(caseload: Caseload, to: Path | None = None) -> Path:
    """Save all records in a new file and return its path; a folder gets a file named after the day. Refuses one that exists.

    Without `to` it goes with the other backups, compressed.
    """
    path = to or caseload.store.folder / "backups"
    if to is None or path.is_dir():
        suffix = ".json" if to else ".json.gz"
        path = _unused(path, f"backup-{caseload.now().astimezone():%Y-%m-%d}", suffix)
    caseload.store.back_up(path)
    return path


def _unused(folder: Path, stem: str, suffix: str) -> Path:
    names = (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
