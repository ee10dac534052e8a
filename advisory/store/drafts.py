"""Text that is not saved yet: a small file a form, written while typing, offered again at the next start.

Two programs may type into the same form: each has a file of its own then, and neither replaces what the other wrote.
"""

import contextlib
import re
from collections.abc import Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import msgspec

from .disk.files import make_folder, replace, write_atomically
from .errors import Refused, WriteError

FOLDER = "drafts"
_FORM = re.compile(r"[a-z][a-z_]*")
_STUDENT = re.compile(r"([a-z]\d+)?")
_NUMBER = re.compile(r"\.\d+(?=\.json$)")
"""What the name of a second file for the same form has in it: `check_in.2.json`."""


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
        self._known: dict[Path, bytes] = {}
        """What this program wrote or read last, by file: only a file that is still so is its own to replace."""

    def save(self, form: str, student_id: str, fields: dict[str, str], at: datetime) -> None:
        """Keep what is in a form now, in place of what was read or kept of it here before. Raises WriteError.

        What another program wrote meanwhile is left alone, and this is kept in a file beside it.
        """
        path = self._path(form, student_id)
        data = msgspec.json.encode(Draft(form, student_id, fields, at))
        before = list(self._own(form, student_id))
        try:
            make_folder(self._folder)
            written = self._write(path, data)
        except OSError as error:
            raise WriteError(f"What you type could not be kept in {path} ({error.strerror or error}).") from error
        self._remove(other for other in before if other != written)

    def load(self, form: str, student_id: str) -> Draft | None:
        """What a form kept, the newest where there are several; None when there is nothing."""
        drafts = filter(None, map(self._read, self._paths(form, student_id)))
        return max(drafts, key=lambda draft: draft.at, default=None)

    def all(self) -> list[Draft]:
        """Every draft there is, oldest first; several of one form where more than one program kept one."""
        drafts = [
            self._read(path) for path in sorted(self._folder.glob("[a-z]*.json"), key=lambda path: len(path.name))
        ]
        return sorted((draft for draft in drafts if draft is not None), key=lambda draft: draft.at)

    def discard(self, form: str, student_id: str) -> None:
        """Remove what was read or kept here, now that it is saved or given up; nothing happens when there is none."""
        self._remove(self._own(form, student_id))

    def set_aside(self, form: str, student_id: str) -> Path | None:
        """Take a draft out of the way without losing it, such as one that a screen can't show; where it is now.

        One file at a time; None when there is no more that was read or kept here.
        """
        path = next(self._own(form, student_id), None)
        return None if path is None else self._set_aside(path)

    def _write(self, path: Path, data: bytes) -> Path:
        """Write to the first of the form's names that is free, or this program's own; which it was."""
        for number in count(1):
            place = path if number == 1 else path.with_suffix(f".{number}.json")
            is_own = self._is_own(place)
            if place.exists() and not is_own:
                continue
            try:
                write_atomically(place, data, replace=is_own)
            except Refused:  # another program was quicker
                continue
            self._known[place] = data
            return place
        raise AssertionError  # there is always one more name

    def _own(self, form: str, student_id: str) -> Iterator[Path]:
        """The files of a form that hold what this program wrote or read, and nothing newer."""
        return filter(self._is_own, self._paths(form, student_id))

    def _is_own(self, path: Path) -> bool:
        try:
            return path in self._known and path.read_bytes() == self._known[path]
        except OSError:
            return False

    def _paths(self, form: str, student_id: str) -> list[Path]:
        path = self._path(form, student_id)
        return [path, *sorted(path.parent.glob(f"{path.stem}.*.json"))]

    def _remove(self, paths: Iterator[Path]) -> None:
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink()

    def _read(self, path: Path) -> Draft | None:
        try:
            data = path.read_bytes()
            draft = _decoder.decode(data)
            if self._path(draft.form, draft.student).name == _NUMBER.sub("", path.name):
                self._known[path] = data
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
