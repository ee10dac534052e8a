"""A lock between processes, held by the operating system, so that a killed process leaves none behind."""

import os
import sys
import time
from pathlib import Path

from advisory.store.errors import Busy, Unwritable

from .files import open_private

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 5.0
"""Seconds to wait for another process before raising Busy."""

PURGE = "advisory.purge"
"""The file that is in the folder while records are purged."""
_PAUSE = 0.005


class KernelLock:
    """An exclusive lock on an empty file; it works between two handles in one process too.

    Somebody may delete the file, and another process then makes a new one: so a lock counts only if the file locked is
    still the one with the name, and, where the system can lock a folder, only together with a lock on the folder, which
    whoever locked the deleted file still holds.
    """

    def __init__(self, path: Path) -> None:
        """Open the lock file, creating it if it is missing. Raises OSError if that fails."""
        self._path = path
        self._folder = path.parent
        self._descriptor = open_private(path, os.O_RDWR | os.O_CREAT)
        self._on_folder = _open_folder(path.parent)

    def acquire(self, patience: float = PATIENCE) -> None:
        """Take the lock. Raises Busy if another process holds it for more than `patience` seconds."""
        give_up_at = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= give_up_at:
                raise Busy(self._who_writes(patience))
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Release the lock."""
        if sys.platform == "win32":
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            msvcrt.locking(self._descriptor, msvcrt.LK_UNLCK, 1)
            return
        if self._on_folder >= 0:
            fcntl.flock(self._on_folder, fcntl.LOCK_UN)
        fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the lock file; closing twice does no harm."""
        for descriptor in (self._descriptor, self._on_folder):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._on_folder = -1

    def _who_writes(self, patience: float) -> str:
        """What keeps another process so long: a purge, which takes a while, marks that it is going on."""
        if (self._folder / PURGE).exists():
            return (
                f"Another advisory is purging records in {self._folder}, which may take a minute after many years. Nothing "
                "has been saved: wait until it is done, then try again."
            )
        return (
            f"Another advisory has been writing to {self._folder} for {patience:.0f} seconds. Nothing has been saved: wait "
            "until it is done or close it, then try again."
        )

    def _try(self) -> bool:
        while self._try_file():
            if self._is_the_file():
                if self._try_folder():
                    return True
                self.release()
                return False
            self.release()
            self._open_again()
        return False

    def _is_the_file(self) -> bool:
        """Whether the file that is open is still the one with the name."""
        if sys.platform == "win32":  # which deletes no file that is open
            return True
        try:
            there = os.stat(self._path)  # noqa: PTH116 - every change waits for it
        except OSError:
            # deleted, with the folder or alone: it can be made again, or else the folder's own files will tell
            return not self._folder.is_dir()
        mine = os.fstat(self._descriptor)
        return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)

    def _open_again(self) -> None:
        """Open the file that has the name now, or a new one."""
        try:
            descriptor, on_folder = open_private(self._path, os.O_RDWR | os.O_CREAT), _open_folder(self._folder)
        except OSError as error:
            raise Unwritable(
                f"{self._path} was deleted and can't be made again ({error.strerror}). Nothing has been saved."
            ) from error
        self.close()
        self._descriptor, self._on_folder = descriptor, on_folder

    def _try_folder(self) -> bool:
        if sys.platform == "win32" or self._on_folder < 0:
            return True
        try:
            fcntl.flock(self._on_folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a disk that locks no folders
            return True
        return True

    def _try_file(self) -> bool:
        try:
            if sys.platform == "win32":
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                msvcrt.locking(self._descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # how POSIX and Windows report that somebody else holds it
            return False
        except OSError as error:
            raise Unwritable(
                f"{self._folder} is on a disk without file locks ({error.strerror}), so two programs could overwrite each "
                "other's changes. Nothing has been saved: use a folder on this computer's own disk."
            ) from error
        return True


def _open_folder(folder: Path) -> int:
    """A folder's descriptor; -1 where a folder can't be opened."""
    if sys.platform == "win32":
        return -1
    try:
        return os.open(folder, os.O_RDONLY)
    except OSError:
        return -1
