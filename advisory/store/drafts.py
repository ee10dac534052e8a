"""Drafts: unsaved text of forms, one small file per form, written while typing and offered again after a restart.

When two programs edit the same form, each has its own file, and neither overwrites the other's.
"""

import contextlib
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from advisory.model.plausible import need_plausible

from .disk.files import make_folder, read_regular, replace, write_atomically
from .errors import OddError, Refused, WriteError, reason_of

FOLDER = "drafts"
_FORM = r"[a-z][a-z_]*"
_STUDENT = r"([a-z]\d+)?"
_NUMBER = r"\.\d+(?=\.json$)"
"""The number in the name of a further file for the same form: `check_in.2.json`."""


class Draft(msgspec.Struct, frozen=True):
    """The fields of a form. `student` is an id, or empty if the form is not about one student."""

    form: str
    student: str
    fields: dict[str, str]
    at: datetime


_decoder = msgspec.json.Decoder(Draft)


def read_draft(data: bytes) -> Draft:
    """The draft in a file. Raises ValueError or RecursionError if it is not one, such as an instant without a time zone."""
    draft = _decoder.decode(data)
    need_plausible("draft", draft)
    return draft


class Drafts:
    """The drafts in one data folder, in its `folder` for them. One that can't be read is renamed and kept, never deleted.

    `notices` says which those were, one sentence each.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self.notices: list[str] = []
        self._known: dict[Path, bytes] = {}
        """File → the bytes this program last wrote or read there; it only replaces files that still hold them."""

    def save(self, form: str, student_id: str, fields: dict[str, str], at: datetime) -> None:
        """Save a form's fields, replacing what this program saved or read for it before. Raises WriteError.

        What another program has written since then is left alone; these fields then go into another file beside it.
        """
        path = self._path(form, student_id)
        data = msgspec.json.encode(Draft(form, student_id, fields, at))
        before = list(self._own(form, student_id))
        try:
            make_folder(self.folder)
            written = self._write(path, data)
        except OSError as error:
            raise WriteError(f"What you type could not be kept: {reason_of(error)} ({self.folder.name}).") from error
        self._remove(other for other in before if other != written)

    def load(self, form: str, student_id: str) -> Draft | None:
        """The newest draft of a form; None if there is none."""
        drafts = filter(None, map(self._read, self._paths(form, student_id)))
        return max(drafts, key=lambda draft: draft.at, default=None)

    def all(self) -> list[Draft]:
        """All drafts, oldest first; several for one form if more than one program saved one."""
        aside = sorted(path.name for path in self.folder.glob("*.aside-*"))
        if aside:
            self.notices.append(
                f"Text that was not saved and could not be shown is in {', '.join(aside)} in {self.folder}. Open it in an "
                "editor to copy the words, then delete it."
            )
        paths = sorted(self.folder.glob("[a-z]*.json"), key=lambda path: (len(path.name), path.name))
        drafts = [self._read(path) for path in paths]
        return sorted((draft for draft in drafts if draft is not None), key=lambda draft: draft.at)

    def discard(self, form: str, student_id: str) -> None:
        """Delete the drafts of a form that this program saved or read, once the text is saved or given up."""
        self._remove(self._own(form, student_id))

    def set_aside(self, form: str, student_id: str) -> Path | None:
        """Rename one draft file, such as one that a screen can't show, so that it is not offered again; its new path.

        Returns None once no draft is left that this program saved or read.
        """
        path = next(self._own(form, student_id), None)
        return None if path is None else self._set_aside(path)

    def _write(self, path: Path, data: bytes) -> Path:
        """Write to the first of the form's file names that is free or this program's own, and return it."""
        number = 0
        while True:
            number += 1
            place = path if number == 1 else path.with_suffix(f".{number}.json")
            is_own = self._is_own(place)
            if place.exists() and not is_own:
                continue
            try:
                write_atomically(place, data, replace=is_own)
            except Refused:  # another program took the name first
                continue
            self._known[place] = data
            return place

    def _own(self, form: str, student_id: str) -> Iterator[Path]:
        """The files of a form that still hold what this program wrote or read."""
        return filter(self._is_own, self._paths(form, student_id))

    def _is_own(self, path: Path) -> bool:
        try:
            return path in self._known and read_regular(path) == self._known[path]
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
            data = read_regular(path)
            draft = read_draft(data)
            if self._path(draft.form, draft.student).name == re.sub(_NUMBER, "", path.name):
                self._known[path] = data
                return draft
            why = f"it is called by another form or student than it holds, {draft.form} {draft.student}"
        except OddError:
            self.notices.append(
                f"{FOLDER}/{path.name} is not a file but a folder, a pipe, a device or a broken link, so it was not "
                "opened. `advisory doctor --repair` moves it away."
            )
            return None
        except OSError:
            return None
        except (ValueError, RecursionError) as error:  # msgspec's errors are ValueErrors
            why = str(error)
        aside = self._set_aside(path)
        if aside is not None:
            self.notices.append(
                f"{FOLDER}/{path.name}, text that was not saved, can't be read as a draft ({why}). It is not offered "
                f"again and is kept as {FOLDER}/{aside.name}: open that in an editor to copy the words."
            )
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
        if not re.fullmatch(_FORM, form) or not re.fullmatch(_STUDENT, student_id):
            raise ValueError(f"A draft is called by a form and a student's id, not {form!r} and {student_id!r}")
        return self.folder / (f"{form}-{student_id}.json" if student_id else f"{form}.json")
