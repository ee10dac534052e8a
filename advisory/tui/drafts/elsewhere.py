"""Another place for text that can't be kept in the data folder: a plain file in the home folder, or among temporary files."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from advisory.store import StoreError, write_file

Text = tuple[str, Mapping[str, str]]
"""What a text is, in words, and its fields."""


def place_for(at: datetime) -> Path | None:
    """The name of a file not there yet, in the first folder that can be written to; None if there is none."""
    stem = f"advisory-not-saved-{at:%Y-%m-%d-%H%M}"
    names = (f"{stem}-{number}.txt" if number > 1 else f"{stem}.txt" for number in count(1))
    for folder in _folders():
        if folder.is_dir() and os.access(folder, os.W_OK):
            return next(path for path in (folder / name for name in names) if not path.exists())
    return None


def keep_elsewhere(texts: Sequence[Text], first: Path) -> Path | None:
    """Write the texts into a file, or, if the disk refuses that too, into one among temporary files; the file written."""
    parts = [f"{what}\n\n" + "\n".join(text for text in fields.values() if text.strip()) for what, fields in texts]
    data = "\n\n---\n\n".join(parts).encode(errors="replace") + b"\n"
    for path in (first, Path(tempfile.gettempdir()) / first.name):
        with suppress(StoreError):
            write_file(path, data)
            return path
    return None


def _folders() -> list[Path]:
    with suppress(RuntimeError):
        return [Path.home(), Path(tempfile.gettempdir())]
    return [Path(tempfile.gettempdir())]
