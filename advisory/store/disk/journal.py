"""The journal: a file of rows, appended at a known end, and cut back to it when a write fails."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from advisory.store.errors import DamagedError, WriteError, reason_of

from .files import is_odd, open_private, sync, sync_data, sync_folder, write_all
from .row import Header, Line, Misfit, read_header, read_line
from .schema import FORMAT, SCHEMA, newer
from .stamp import Stamp, stamp, stamp_of_open

NAME = "advisory.journal.jsonl"


class Journal:
    """The journal's file: opened on first write and kept open, because it is never renamed or replaced."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._name = str(path)
        self._descriptor = -1
        self._has_durable_name = False
        self._failed_write: tuple[int, bytes] | None = None

    def stamp(self) -> Stamp | None:
        """Identifies the file's current version; None if there is no file."""
        return stamp(self._name)

    def read_from(self, start: int) -> bytes:
        """The bytes from `start` on; none when there is no file."""
        return read_from(self.path, start)

    def append(self, end: int, data: bytes) -> Stamp:
        """Write `data` at `end`, on disk when this returns. Raises WriteError after removing what it wrote.

        Where that fails too, the sentence says that the change may be there at the next start.
        """
        is_stuck = False
        try:
            descriptor = self._open()
            try:
                os.lseek(descriptor, end, os.SEEK_SET)
                write_all(descriptor, data)
                sync_data(descriptor)
                # the process that created the file may have been killed before doing this
                if not self._has_durable_name:
                    sync_folder(self.path.parent)
                    self._has_durable_name = True
                return stamp_of_open(descriptor)
            except BaseException:
                self._failed_write = end, data
                try:
                    self.take_back()
                except OSError:
                    is_stuck = True
                raise
        except OSError as error:
            rest = "Free up disk space or check the folder, then try again."
            if is_stuck:
                rest = (
                    "The disk does not let go of it either, so it may be there at the next start: check the disk, and look "
                    "before you make it again."
                )
            raise WriteError(
                f"This change could not be saved: {reason_of(error)}. Everything saved before is there. {rest} "
                f"The file is {self.path}."
            ) from error

    def take_back(self) -> None:
        """Remove what a failed write left behind, unless another process has written there since.

        Raises OSError if that fails too: what is left may look like a change and must not become one.
        """
        if self._failed_write is None:
            return
        end, data = self._failed_write
        left = self.read_from(end)
        if left and data.startswith(left):
            self.cut(end)
        self._failed_write = None

    def cut(self, end: int) -> None:
        """Cut the file off at `end`, on disk too, so that nothing old is left after new lines."""
        descriptor = self._open()
        os.ftruncate(descriptor, end)
        sync(descriptor)

    def close(self) -> None:
        """Close the file; the next write opens it again."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            self._has_durable_name = False

    def _open(self) -> int:
        if self._descriptor < 0:
            self._descriptor = open_private(self.path, os.O_RDWR | os.O_CREAT)
        return self._descriptor


class Tail(msgspec.Struct):
    """The lines from some place to the end of the file. `end`: bytes read; `torn`: an incomplete row after them."""

    lines: list[Line]
    end: int
    torn: bytes = b""


def read_from(path: Path, start: int) -> bytes:
    """The bytes from `start` on; none when there is no file, or something else stands there, such as a pipe."""
    if is_odd(path):
        return b""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read()
    except FileNotFoundError:
        return b""


def rows_of(data: bytes) -> Iterator[bytes]:
    """The rows, including line endings; the last one may lack it."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start) + 1 or len(data)
        yield data[start:end]
        start = end


def split_header(data: bytes) -> tuple[Header | None, bytes, bytes]:
    """The header, its row, and the rest. Without a whole header, everything is the rest."""
    row = next(rows_of(data), b"")
    rest = data[len(row) :]
    if not row:
        return None, b"", b""
    try:
        header = read_header(row)
    except Misfit as misfit:
        if misfit.torn and not rest:
            return None, b"", data
        raise DamagedError(_sentence(1, misfit)) from None
    if header.journal < 1 or header.schema < 1:
        raise DamagedError(_sentence(1, Misfit("is not the first line of a journal")))
    if header.journal > FORMAT or header.schema > SCHEMA:
        raise newer(NAME, header.needs)
    return header, row, rest


def read_lines(data: bytes, *, seed: int, row_number: int) -> Tail:
    """The lines after a row with checksum `seed`; `row_number` is the number of the first of them.

    An incomplete last row was never confirmed as saved and is returned as torn; any other bad row raises DamagedError.
    """
    lines: list[Line] = []
    end = 0
    for number, row in enumerate(rows_of(data), row_number):
        try:
            line = read_line(row, seed=seed)
        except Misfit as misfit:
            if misfit.torn and end + len(row) == len(data):
                return Tail(lines, end, row)
            raise DamagedError(_sentence(number, misfit)) from None
        lines.append(line)
        seed = int(line.crc, 16)
        end += len(row)
    return Tail(lines, end)


def _sentence(number: int, misfit: Misfit) -> str:
    return (
        f"{NAME}, line {number} {misfit}. Nothing has been changed. Replace it with a copy from backups, or move "
        "the journal away to go on from advisory.json alone, without the changes that are only in the journal."
    )
