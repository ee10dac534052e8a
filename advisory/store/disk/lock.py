"""A lock between processes, kept by the kernel: one that is killed leaves none behind."""

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
"""Seconds to wait for another process before giving up."""

_PAUSE = 0.005


class KernelLock:
    """An exclusive lock on an empty file that is never removed; between two handles of one process it holds as well."""

    def __init__(self, path: Path) -> None:
        """Open the lock's file, making it when it is missing. Raises OSError where none can be made."""
        self._descriptor = open_private(path, os.O_RDWR | os.O_CREAT)
        self._folder = path.parent

    def acquire(self, patience: float = PATIENCE) -> None:
        """Take the lock. Raises Busy when another process keeps it for longer than `patience` seconds."""
        give_up_at = time.monotonic() + patience
        while not self._try():
            if time.monotonic() >= give_up_at:
                raise Busy(
                    f"Another advisory has been writing to {self._folder} for {patience:.0f} seconds. "
                    "Nothing has been saved: wait until it is done or close it, then try again."
                )
            time.sleep(_PAUSE)

    def release(self) -> None:
        """Let others have it."""
        if sys.platform == "win32":
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            msvcrt.locking(self._descriptor, msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def close(self) -> None:
        """Let go of the file; harmless to repeat."""
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
        except (BlockingIOError, PermissionError):  # what POSIX and Windows say when somebody else has it
            return False
        except OSError as error:
            raise Refused(
                f"{self._folder} is on a disk that keeps no locks ({error.strerror}), so two programs could spoil each "
                "other's changes. Nothing has been saved: use a folder on this computer's own disk."
            ) from error
        return True
