"""Writes a file that counts only together with something else, such as its entry in the log of what was shared."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from .files import cant_write, read_regular, replace, temporary_beside, write_beside, write_file


@contextlib.contextmanager
def written_file(path: Path, data: bytes, *, may_replace: bool = False) -> Iterator[None]:
    """Write a file as `write_file` does. If the block then raises, what was there before is there again."""
    before = _kept_beside(path) if may_replace and path.is_file() else None
    try:
        write_file(path, data, replace=may_replace)
        try:
            yield
        except BaseException:
            if before:
                replace(before, path.resolve())
            else:
                path.unlink(missing_ok=True)
            raise
    finally:
        if before:
            before.unlink(missing_ok=True)


def _kept_beside(path: Path) -> Path:
    """Keep a file that is about to be replaced under another name beside it."""
    try:
        there = path.resolve()
        before = temporary_beside(there)
        try:
            os.link(there, before)
        except OSError:  # a file system without hard links
            return write_beside(there, read_regular(there))
    except OSError as error:
        raise cant_write(path, error) from error
    return before
