"""How bytes reach the disk: private files, written whole or not at all, on each system in its own way."""

import contextlib
import os
import sys
import time
from itertools import count
from pathlib import Path

from advisory.store.errors import Refused

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends over
_HELD_BY_ANOTHER = frozenset({5, 32, 33})  # what Windows says while a scanner or a syncing service has the file open
_REPLACE_TRIES = 30
_REPLACE_PAUSE = 0.05
_temporary = count(1)


def open_private(path: Path, flags: int) -> int:
    """A descriptor; a file that this makes is the owner's alone."""
    return os.open(path, flags | _BINARY, FILE_MODE)


def make_folder(path: Path) -> None:
    """Make a folder, and the ones above it, unless it is there: the owner's alone, and on the disk when this returns."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def write_all(descriptor: int, data: bytes) -> None:
    """Write every byte; the system may take fewer at a time than it is given."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync(descriptor: int) -> None:
    """Wait until the file is on the disk itself. On macOS fsync alone stops at the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # network and foreign disks know no F_FULLFSYNC
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_data(descriptor: int) -> None:
    """As sync, leaving out times and modes where the system can."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        sync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until names made, changed or removed in a folder are on the disk. Windows orders them by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Give a file another's name. On Windows others may hold the target open for some milliseconds: it tries again."""
    for _ in range(_REPLACE_TRIES):
        try:
            source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_ANOTHER:
                raise
            time.sleep(_REPLACE_PAUSE)
        else:
            return
    source.replace(target)


def write_atomically(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a private file that is there whole or not at all, and on the disk when this returns.

    With `replace=False` a file of that name is refused (Refused), even one that another program makes meanwhile.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{next(_temporary)}.tmp")
    try:
        descriptor = open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            write_all(descriptor, data)
            sync(descriptor)
        finally:
            os.close(descriptor)
        _put_in_place(temporary, path, may_replace=replace)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def remove_leftovers(path: Path) -> None:
    """Remove what killed programs left of `write_atomically(path)`; only for one who keeps others from writing it."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        leftover.unlink(missing_ok=True)


def _put_in_place(temporary: Path, path: Path, *, may_replace: bool) -> None:
    if may_replace:
        replace(temporary, path)
        return
    try:
        try:
            os.link(temporary, path)
            temporary.unlink()
        except FileExistsError:
            raise
        except OSError:  # a disk without hard links: take the name first, then fill it
            os.close(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            replace(temporary, path)
    except FileExistsError:
        raise Refused(f"{path} is there already. Choose another name, or move that file away first.") from None
