"""Remembers that a close could not write the snapshot, so that the next start, `doctor` and `where` can tell.

Nothing is lost then: every change is in the journal. But whoever looks at the snapshot alone sees an older state.
"""

import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from advisory.store.disk import journal
from advisory.store.disk.files import open_private, read_regular, write_all
from advisory.store.disk.state import SNAPSHOT
from advisory.store.errors import said

NAME = "advisory.unwritten.txt"
_LONGEST = 2000


def remember(folder: Path, error: Exception) -> str:
    """Keep the sentence about a close that failed, and return it. On a full disk an empty file has to do."""
    sentence = _sentence(f"when advisory was closed at {datetime.now(UTC):%Y-%m-%d %H:%M} UTC", f" ({said(error)})")
    with contextlib.suppress(OSError):
        descriptor = open_private(folder / NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            write_all(descriptor, f"{sentence}\n".encode())
        finally:
            os.close(descriptor)
    return sentence


def again(error: Exception) -> str:
    """A close failed after the one before it, of which the advisor read at the start."""
    return (
        f"What is new now is safe in {journal.NAME} too: this close could not write {SNAPSHOT} either ({said(error)})."
    )


def sentence_in(folder: Path) -> str:
    """The sentence about the last close; empty if it did not fail."""
    try:
        kept = read_regular(folder / NAME)[:_LONGEST].decode(errors="replace").strip()
    except OSError:
        return ""
    return kept if kept.startswith("Every change is safe") else _sentence("at the last close", "")


def forget(folder: Path) -> None:
    """The snapshot has been written, or need not be."""
    with contextlib.suppress(OSError):
        (folder / NAME).unlink()


def _sentence(when: str, why: str) -> str:
    return (
        f"Every change is safe, but {SNAPSHOT} could not be brought up to date {when}{why}. What is new is in "
        f"{journal.NAME} alone; the next close tries again."
    )
