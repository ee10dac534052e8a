"""A system call that fails, as on a full or a failing disk."""

import errno
import os
from collections.abc import Callable
from typing import Any

CALLS = (
    "open",
    "write",
    "pwrite",
    "fsync",
    "fdatasync",
    "ftruncate",
    "truncate",
    "replace",
    "rename",
    "link",
    "unlink",
    "mkdir",
)
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES)


class Fault:
    """The n-th call fails, with part of a write taken first if it is short; once, or from then on until it is lifted."""

    def __init__(self, at: int, error: int, *, lasts: bool, is_short: bool) -> None:
        self.count, self.is_lifted, self.name = 0, False, ""
        self._at, self._error, self._lasts, self._is_short = at, error, lasts, is_short

    def __call__(self, name: str, call: Callable[..., Any], args: tuple[Any, ...]) -> Any:
        self.count += 1
        if self.count == self._at:
            self.name = name
        if self.is_lifted or self.count < self._at or (self.count > self._at and not self._lasts):
            return call(*args)
        if self._is_short and name == "write":
            call(args[0], bytes(args[1])[: len(args[1]) // 2])
        raise OSError(self._error, os.strerror(self._error))
