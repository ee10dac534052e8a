"""Reads the names that students used to have out of the journal and history, also of students who are no longer there."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from advisory.model import Student, make_id

from .disk import history
from .disk.files import leads_nowhere, read_regular
from .disk.journal import NAME

_MARK = b'"given_name"'
"""What stands in every student's document: rows without it are passed over unread."""


class EarlierName(NamedTuple):
    """Names that a student has or once had."""

    id: str
    given_name: str
    family_name: str
    preferred_name: str


class _Names(msgspec.Struct):
    given_name: str = ""
    family_name: str = ""
    preferred_name: str = ""


class _Row(msgspec.Struct):
    ops: list[tuple[str, str | None, msgspec.Raw, msgspec.Raw]] = []


_row_decoder = msgspec.json.Decoder(_Row)
_names_decoder = msgspec.json.Decoder(_Names)


class EarlierNames:
    """Every name in the changes of a folder: read from the files once, then kept up with each change.

    Nothing is checked but that a row can be read: a name in a damaged history is a name too.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.unread: list[str] = []
        """The files that could not be read at all; names that stand nowhere else are missing."""
        self._names: dict[EarlierName, None] | None = None

    def all(self) -> list[EarlierName]:
        """Every name, each once."""
        if self._names is None:
            self._names = dict.fromkeys(self._read())
        return list(self._names)

    def changed(self, number: int, documents: Iterable[msgspec.Raw | None]) -> None:
        """Remember the names in a student's documents before and after a change."""
        if self._names is not None:
            self._names |= dict.fromkeys(_names_in(number, documents))

    def reloaded(self) -> None:
        """Read the files again when they are asked for next."""
        self._names = None

    def _read(self) -> Iterator[EarlierName]:
        self.unread.clear()
        for path in (*self._months(), self._folder / NAME):
            try:
                data = read_regular(path)
            except FileNotFoundError:
                continue
            except OSError:
                self.unread.append(path.relative_to(self._folder).as_posix())
                continue
            for row in _rows_with_students(data):
                yield from _names_in_row(row)

    def _months(self) -> list[Path]:
        """The files of history, also what only looks like one; `glob` would pass over a folder that can't be read."""
        place = self._folder / history.FOLDER
        try:
            return sorted(path for path in place.iterdir() if path.match(history.FILES))
        except OSError:
            if place.exists() or leads_nowhere(place):
                self.unread.append(history.FOLDER)
            return []


def _rows_with_students(data: bytes) -> Iterator[bytes]:
    """The rows that hold a student's document, found without looking at the others."""
    at = data.find(_MARK)
    while at >= 0:
        start, end = data.rfind(b"\n", 0, at) + 1, data.find(b"\n", at)
        end = len(data) if end < 0 else end
        yield data[start:end]
        at = data.find(_MARK, end)


def _names_in_row(row: bytes) -> Iterator[EarlierName]:
    with suppress(ValueError, RecursionError):
        for table, doc_id, after, before in _row_decoder.decode(row).ops:
            if table == Student.table and doc_id is not None:
                yield from _names_in(int(doc_id), (before, after))


def _names_in(number: int, documents: Iterable[msgspec.Raw | None]) -> Iterator[EarlierName]:
    for document in documents:
        with suppress(ValueError, RecursionError):  # nothing, or no student's document
            names = _names_decoder.decode(document) if document is not None else _Names()
            if names.given_name or names.family_name or names.preferred_name:
                yield EarlierName(make_id(Student, number), names.given_name, names.family_name, names.preferred_name)
