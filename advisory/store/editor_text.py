"""Text that is open in the advisor's own editor: a private file among the drafts, found again if the program is killed."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from .disk.files import make_folder, read_regular
from .drafts import FOLDER, Drafts
from .errors import WriteError

NAME = "words.txt"
PREFIX = "editor-"
_PLACE = rf"{PREFIX}([a-z][a-z_]*)-((?:[a-z]\d+)?)-([a-z][a-z_]*)-(\d+)"
"""Form, the id it is about, field, and the process that waits for the editor."""


@contextmanager
def place_for_editor(folder: Path, form: str, about: str, field: str) -> Iterator[Path]:
    """The path of a file for one field of a form, in a folder of its own because editors put copies beside it.

    Both are deleted in the end, but not if the program is killed. Raises OSError if the folder can't be made.
    """
    place = folder / FOLDER / f"{PREFIX}{form}-{about}-{field}-{os.getpid()}"
    make_folder(place)
    try:
        yield place / NAME
    finally:
        _remove(place)


def _remove(place: Path) -> None:
    from shutil import rmtree  # no start needs it

    rmtree(place, ignore_errors=True)


def take_back(drafts: Drafts) -> None:
    """Make drafts of the texts whose program was killed while the editor was open; what fails is tried at the next start."""
    for place in sorted(drafts.folder.glob(f"{PREFIX}*")):
        found = re.fullmatch(_PLACE, place.name)
        if found is None or is_running(int(found[4])):
            continue
        form, about, field, _ = found.groups()
        path = place / NAME
        try:
            words = decode(read_regular(path))[0].rstrip("\n") if path.exists() else ""
            draft = drafts.load(form, about)
            fields = draft.fields if draft else {}
            if words.strip() and words != fields.get(field, "").rstrip("\n"):
                at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
                drafts.save(form, about, {**fields, field: words}, max(at, draft.at) if draft else at)
        except (OSError, WriteError) as error:
            drafts.notices.append(
                f"What you wrote in your own editor is in {path}, and could not be read back: {error}"
            )
        else:
            _remove(place)


def decode(data: bytes) -> tuple[str, bool]:
    """What an editor saved, and whether that was UTF-8: it may save as Windows does, and cp1252 decodes almost any bytes."""
    try:
        words, is_utf8 = data.decode(), True
    except UnicodeDecodeError:
        words, is_utf8 = data.decode("cp1252", errors="replace"), False
    return words.replace("\r\n", "\n"), is_utf8


def is_running(process: int) -> bool:
    """Whether another process of this number is running, as far as the system tells."""
    if (
        process == os.getpid() or sys.platform == "win32"
    ):  # at a start, no editor is open yet; on Windows, asking would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True
