"""Remembers on which day the trash was last looked through, so that a start need not look again."""

import contextlib
import os
from pathlib import Path

from advisory.store.disk.files import open_private, read_regular, write_all

NAME = "advisory.emptied"


def emptied_on(folder: Path) -> str:
    """The day, such as `2026-11-29`; "" if the file does not tell."""
    with contextlib.suppress(OSError):
        return read_regular(folder / NAME)[:10].decode(errors="replace")
    return ""


def remember_emptied(folder: Path, day: str) -> None:
    """Note the day. Nothing happens if that fails: it is looked through once more."""
    with contextlib.suppress(OSError):
        descriptor = open_private(folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            write_all(descriptor, f"{day}\n".encode())
        finally:
            os.close(descriptor)
