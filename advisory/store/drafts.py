"""Text that is not saved yet: one small file a form, written while typing, offered again at the next start."""

import contextlib
import re
from datetime import datetime
from pathlib import Path

import msgspec

from .errors import WriteError
from .files import make_folder, replace, write_atomically

FOLDER = "drafts"
_FORM = re.compile(r"[a-z][a-z_]*")
_STUDENT = re.compile(r"([a-z]\d+)?")


class Draft(msgspec.Struct, frozen=True):
    """What was in a form's fields. `student` is an id, empty for a form that is about nobody yet."""

    form: str
    student: str
    fields: dict[str, str]
    at: datetime


_decoder = msgspec.json.Decoder(Draft)


class Drafts:
    """The drafts of one data folder. A draft that can't be read is set aside, never thrown away and never in the way."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER

    def save(self, form: str, student_id: str, fields: dict[str, str], at: datetime) -> None:
        """Keep what is in a form now, in place of what it kept before. Raises WriteError."""
        path = self._path(form, student_id)
        try:
            make_folder(self._folder)
            write_atomically(path, msgspec.json.encode(Draft(form, student_id, fields, at)), replace=True)
        except OSError as error:
            raise WriteError(f"What you type could not be kept in {path} ({error.strerror or error}).") from error

    def load(self, form: str, student_id: str) -> Draft | None:
        """What a form kept; None when there is nothing."""
        return self._read(self._path(form, student_id))

    def all(self) -> list[Draft]:
        """Every draft there is, oldest first."""
        drafts = [self._read(path) for path in self._folder.glob("[a-z]*.json")]
        return sorted((draft for draft in drafts if draft is not None), key=lambda draft: draft.at)

    def discard(self, form: str, student_id: str) -> None:
        """Remove a draft whose text has been saved or given up; nothing happens when there is none."""
        with contextlib.suppress(OSError):
            self._path(form, student_id).unlink()

    def set_aside(self, form: str, student_id: str) -> Path | None:
        """Take a draft out of the way without losing it, such as one that a screen can't show; where it is now."""
        return self._set_aside(self._path(form, student_id))

    def _read(self, path: Path) -> Draft | None:
        try:
            draft = _decoder.decode(path.read_bytes())
            if self._path(draft.form, draft.student) == path:
                return draft
        except OSError:
            return None
        except (ValueError, RecursionError):  # msgspec's errors are ValueErrors
            pass
        self._set_aside(path)
        return None

    def _set_aside(self, path: Path) -> Path | None:
        number = 1
        while (aside := path.with_suffix(f".aside-{number}")).exists():
            number += 1
        try:
            replace(path, aside)
        except OSError:
            return None
        return aside

    def _path(self, form: str, student_id: str) -> Path:
        if not _FORM.fullmatch(form) or not _STUDENT.fullmatch(student_id):
            raise ValueError(f"A draft is called by a form and a student's id, not {form!r} and {student_id!r}")
        return self._folder / (f"{form}-{student_id}.json" if student_id else f"{form}.json")
