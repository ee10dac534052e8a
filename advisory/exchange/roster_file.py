"""The bytes of one file on the disk, if it is a file and of a size that can be meant."""

import stat
from pathlib import Path

from .roster import RosterError


def read_file(path: Path, largest: int) -> bytes:
    """All bytes of a regular file; RosterError when it is missing, longer than `largest` bytes, or not to be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise RosterError(f"{path} is no file: give a CSV or text file, or a OneRoster folder or zip.")
        if status.st_size > largest:
            raise RosterError(
                f"{path} is {as_size(status.st_size)}, larger than any roster: at most {as_size(largest)}."
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise unreadable(path, error) from None


def is_folder(path: Path) -> bool:
    """Whether there is a folder of this name; RosterError when the system will not say."""
    try:
        return path.is_dir()
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: Exception) -> RosterError:
    """What to say about a file or folder that the system would not open."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return RosterError(f"{path} does not exist; check the name and the folder.")
        case PermissionError():
            return RosterError(f"{path} may not be read by you; change its permissions, or export it again.")
        case _:
            return RosterError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.")


def as_size(count: int) -> str:
    """A number of bytes as a person would say it."""
    mebibyte = 1024 * 1024
    return f"{count / mebibyte:,.0f} MB" if count >= mebibyte else f"{count:,} bytes"
