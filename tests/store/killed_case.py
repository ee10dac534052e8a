"""Stopping a program at each call by which bytes or names reach the disk, one after the other."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_CALLS = (
    (os, ("write", "fsync", "fdatasync", "link", "ftruncate", "truncate")),
    (Path, ("replace", "rename", "unlink")),
)


class Killed(BaseException):
    """Nothing after it reaches the disk."""


@contextlib.contextmanager
def killed_at(number: int, make: Callable[[], BaseException] = Killed) -> Iterator[None]:
    """Let so many calls through and none after them; the block ends there, as if it were the program's end.

    `make` makes the exception that a call raises from then on, such as that of a full disk.
    """
    left = number

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise make()
            return real(*args, **options)

        return call

    with pytest.MonkeyPatch.context() as patch:
        for place, names in _CALLS:
            for name in names:
                patch.setattr(place, name, counted(getattr(place, name)))
        with contextlib.suppress(Killed):
            yield
