"""The file of a share on the disk: whether it is still what was written."""

from hashlib import sha256
from pathlib import Path

from advisory.model import ExportLog

GONE = "no longer there"
CHANGED = "changed since"


def sum_of(data: bytes) -> str:
    """The checksum that the log keeps, to recognize the file's bytes."""
    return sha256(data).hexdigest()


def what_became(log: ExportLog) -> str:
    """GONE or CHANGED; "" if the file is as it was written, was deleted from here, or never was. Reads the disk."""
    if not log.file or log.file_deleted_on:
        return ""
    path = Path(log.file)
    try:
        if not path.exists():
            return GONE
        return "" if path.is_file() and sum_of(path.read_bytes()) == log.file_sha256 else CHANGED
    except (OSError, ValueError):
        return CHANGED
