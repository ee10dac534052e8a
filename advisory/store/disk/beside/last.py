"""Remembers in a file of its own the last change that was saved, so that files that lost their end are noticed.

A journal that was cut exactly at the end of a line looks like one in which nothing was written since. The file is
written after the change is on the disk and not synced itself, which costs next to nothing: it may be older than the
records, but never newer.
"""

import contextlib
import os
import re
from binascii import crc32
from pathlib import Path

from advisory.store.disk.files import open_private, read_regular, write_all

NAME = "advisory.last"
_ROW = b"%12d %08x %08x\n"
_READ = re.compile(rb"( *(\d{1,12}) ([0-9a-f]{8}))(?: ([0-9a-f]{8}))?\n")
"""The checksum at the end is that of the row before it: after a power failure, half may be old and half new."""


def remember(folder: Path, seq: int, chain: int) -> None:
    """Note that a change is saved. Nothing happens if that fails: the change itself is safe."""
    with contextlib.suppress(OSError):
        descriptor = open_private(folder / NAME, os.O_WRONLY | os.O_CREAT)
        try:
            write_all(descriptor, _ROW % (seq, chain, crc32(b"%12d %08x" % (seq, chain))))
        finally:
            os.close(descriptor)


def remembered(folder: Path) -> tuple[int, int] | None:
    """The number and the checksum of the last change that was saved; None if the file does not tell."""
    with contextlib.suppress(OSError):
        found = _READ.fullmatch(read_regular(folder / NAME))
        if found and (found[4] is None or int(found[4], 16) == crc32(found[1])):
            return int(found[2]), int(found[3], 16)
    return None


def what_is_missing(folder: Path, seq: int, chain: int) -> str:
    """Half a sentence about a folder whose records end with this change, though later ones were saved; else empty."""
    there = remembered(folder)
    if there is None or there[0] < seq or there == (seq, chain):
        return ""
    if there[0] == seq:
        return f"another change {seq} was saved here than the one with which the files end"
    lost = f"change {there[0]} is" if there[0] == seq + 1 else f"changes {seq + 1} to {there[0]} are"
    return f"change {there[0]} was the last one saved here, and the files end with change {seq}: {lost} missing"
