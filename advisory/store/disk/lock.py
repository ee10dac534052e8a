"""A lock between processes, held by the operating system, so that a killed process leaves none behind."""

import os
import sys
import time
from pathlib import Path

from advisory.store.errors import Busy, Refused

from .files import open_private

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 5.0
"""Seconds to wait for another process before raising Busy."""

_PAUSE = 0.005


class KernelLock:
    """An exclusive lock on an empty file that is never deleted; it works between two handles in one process too."""

    def __init__(self, path: Path) -> None:
        """Open the lock file, creating it if it is missing. Raises OSError if that fails."""
        self._descriptor = open_private(path, os.O_RDWR | os.O_CREAT)
        self._folder = path.parent

    def acquire(self, patience: float = PATIENCE) -> None:
        """Take the lock. Raises Busy if another process holds it for more than `patience` seconds."""
        give_up_at = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= give_up_at:
                raise Busy(
                    f"Another advisory has been writing to {self._folder} for {patience:.0f} seconds. "
                    "Nothing has been saved: wait until it is done or close it, then try again."
                )
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Release the lock."""
        if sys.platform == "win32":
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            msvcrt.locking(self._descriptor, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Close the lock file; closing twice does no harm."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _try(self) -> bool:
        try:
            if sys.platform == "win32":
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                msvcrt.locking(self._descriptor, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):  # how POSIX and Windows report that somebody else holds it
            return False
        except OSError as error:
            raise Refused(
                f"{self._folder} is on a disk without file locks ({error.strerror}), so two programs could overwrite each "
                "other's changes. Nothing has been saved: use a folder on this computer's own disk."
            ) from error
        return True
