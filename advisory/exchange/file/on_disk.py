"""Read a file from the disk, unless it is missing, too large, or not a file. Bytes are counted as they come, not as claimed."""

import os
import stat
from pathlib import Path

from .error import FileError

_ROSTER = "a CSV or text file, or a OneRoster folder or zip"


def read_file(path: Path, largest: int, *, wanted: str = _ROSTER, than: str = "any roster") -> bytes:
    """All bytes of a regular file. Raises FileError when it is missing, larger than `largest` bytes, or unreadable.

    The errors use `wanted` to say which file to give, and `than` to say what it is larger than.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(f"{path} is not a file: give {wanted}.")
        with path.open("rb") as file:
            claimed = os.fstat(file.fileno()).st_size
            data = file.read(claimed + 1) if claimed <= largest else b""
            if len(data) > claimed:  # it grew while it was read, or is one of the special files that claim to be empty
                data += file.read(largest + 1 - len(data))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise unreadable(path, error) from None
    if len(data) > largest:
        raise FileError(f"{path} is larger than {than}: at most {as_size(largest)}.")
    if claimed > largest:
        raise FileError(f"{path} is {as_size(claimed)}, larger than {than}: at most {as_size(largest)}.")
    return data


def is_folder(path: Path) -> bool:
    """Whether this is a folder. Raises FileError when the system will not say."""
    try:
        return path.is_dir()
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: Exception) -> FileError:
    """The error for a file or folder that the system would not open."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return FileError(f"{path} does not exist; check the name and the folder.")
        case PermissionError():
            return FileError(
                f"{path} cannot be read: you do not have permission. Change its permissions, or export it again."
            )
        case _:
            return FileError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}.")


def as_size(count: int) -> str:
    """A number of bytes in words, such as `64 MB`."""
    mebibyte = 1024 * 1024
    return f"{count / mebibyte:,.0f} MB" if count >= mebibyte else f"{count:,} bytes"
