"""Writes files durably on each operating system: private to the owner, and whole or not at all."""

import contextlib
import os
import stat
import sys
import time
from itertools import count
from pathlib import Path

from advisory.store.errors import FAILS, OddError, Refused, Taken, WriteError, reason_of

FILE_MODE = 0o600
FOLDER_MODE = 0o700

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would convert line endings
_HELD_BY_ANOTHER = frozenset({5, 32, 33})  # Windows error codes while a virus scanner or sync service has the file open
_REPLACE_TRIES = 30
_REPLACE_PAUSE = 0.05
_temporary = count(1)


def open_private(path: Path, flags: int) -> int:
    """Open a file and return its descriptor; a new file is readable only by its owner.

    Raises OddError, without opening it, if something other than a file stands there.
    """
    if is_odd(path):
        raise OddError(path)
    return os.open(path, flags | _BINARY, FILE_MODE)


def make_folder(path: Path) -> None:
    """Make a folder and its parents if missing, accessible only to the owner, and on disk when this returns."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):  # one by one: `parents=True` would leave the parents open to everybody
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    path.mkdir(mode=FOLDER_MODE, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def is_odd(path: Path) -> bool:
    """Whether something other than a file stands at a path: a folder, a pipe, a socket, a device, or a link to none.

    Reading a pipe would wait forever, and a device may never end. A link that leads nowhere, or to itself, looks like a
    missing file to whoever reads it, and whoever writes would write somewhere else.
    """
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return leads_nowhere(path)


def leads_nowhere(path: Path) -> bool:
    """Whether a link stands here and nothing where it leads to."""
    try:
        return path.is_symlink() and not path.exists()
    except OSError:  # a link to itself, for which some versions of Python raise
        return True


def read_regular(path: Path) -> bytes:
    """The content of a file. Raises OddError, without opening it, if something else stands there."""
    if is_odd(path):
        raise OddError(path)
    return path.read_bytes()


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes; one system call may write only some of them."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync(descriptor: int) -> None:
    """Wait until the file is on disk. On macOS, fsync alone would stop at the drive's cache."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # network drives and foreign file systems may not support F_FULLFSYNC
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_data(descriptor: int) -> None:
    """Like sync, but without file times and modes where the system allows it."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        sync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until files created, renamed or deleted in a folder are so on disk. Windows takes care of it by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        sync(descriptor)
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path) -> None:
    """Rename a file over another. On Windows it retries while another program has the target open."""
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
    """Write a private file, whole or not at all, and on disk when this returns.

    With `replace=False`, raises Taken if the file exists, even if another program creates it in the meantime.
    """
    temporary = write_beside(path, data)
    try:
        _put_in_place(temporary, path, may_replace=replace)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def temporary_beside(path: Path) -> Path:
    """The path of a temporary file beside `path` that nothing else has."""
    return path.with_name(f".{path.name}.{os.getpid()}-{next(_temporary)}.tmp")


def write_over(path: Path, data: bytes) -> None:
    """Write a private file and rename it over the one that is there; the folder is not synced yet."""
    temporary = write_beside(path, data)
    try:
        replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_beside(path: Path, data: bytes) -> Path:
    """Write the data to a temporary file beside `path`, on disk when this returns, to be renamed; the file's path."""
    temporary = temporary_beside(path)
    try:
        descriptor = open_private(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            write_all(descriptor, data)
            sync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def write_file(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write a file the advisor asked for. Raises Taken if it exists and may not be replaced, Refused if it can't be written.

    Raises WriteError if the disk is the reason: full, failing or read-only.
    """
    try:
        if path.is_dir():
            raise Refused(f"{path} could not be written: it is a folder. Name a file in it.")
        if is_odd(path) and not leads_nowhere(path):
            raise Refused(f"{path} could not be written: it is a pipe, a socket or a device, and is left as it is.")
        if replace and path.is_symlink():  # the file it leads to is meant, not the link
            meant = Path(
                os.path.realpath(path)
            )  # `resolve` raises at a link to itself, but from Python 3.13 on no more
            if meant.is_symlink():
                raise Refused(f"{path} could not be written: it is a link that leads to itself.")
            path = meant
        write_atomically(path, data, replace=replace)
    except (OSError, ValueError) as error:  # a NUL in the path, no name at its end
        raise cant_write(path, error) from error


def cant_write(path: Path, error: Exception) -> Refused | WriteError:
    """The error for a file that the advisor asked for and that can't be written."""
    if isinstance(error, OSError) and error.errno in FAILS:
        return WriteError(
            f"{path} could not be written ({error.strerror}). Free up disk space or check the disk, then try again."
        )
    return Refused(f"{path} could not be written: {reason_of(error)}.")


def remove_leftovers(path: Path) -> None:
    """Remove temporary files that killed programs left behind; only call it while holding the lock."""
    for leftover in path.parent.glob(f".{path.name}.*.tmp"):
        if not is_odd(leftover):
            leftover.unlink(missing_ok=True)


def _put_in_place(temporary: Path, path: Path, *, may_replace: bool) -> None:
    if may_replace:
        replace(temporary, path)
        return
    try:
        try:
            os.link(temporary, path)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links: reserve the name, then replace the empty file
            os.close(open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
            replace(temporary, path)
        else:
            with contextlib.suppress(OSError):  # the file has its name; the other one is a leftover
                temporary.unlink()
    except FileExistsError:
        raise Taken(path) from None
