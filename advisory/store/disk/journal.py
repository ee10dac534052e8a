"""The journal's file: rows read from a known place on, appended at a known end, cut back to it when that fails."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from advisory.store.errors import DamagedError, NewerError, WriteError

from .files import open_private, sync, sync_data, sync_folder, write_all
from .row import Header, Line, Misfit, read_header, read_line
from .schema import FORMAT, SCHEMA
from .stamp import Stamp, stamp, stamp_of_open

NAME = "advisory.journal.jsonl"


class Journal:
    """The file; opened when first written to, and kept open, because it is never renamed or replaced."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._name = str(path)
        self._descriptor = -1
        self._has_durable_name = False
        self._unwanted: tuple[int, bytes] | None = None

    def stamp(self) -> Stamp | None:
        """Which file it is and how far it goes; None where there is none."""
        return stamp(self._name)

    def read_from(self, start: int) -> bytes:
        """The bytes from `start` on; none when there is no file."""
        return read_from(self.path, start)

    def append(self, end: int, data: bytes) -> Stamp:
        """Write `data` at `end` and wait until it is on the disk. Raises WriteError, having taken back what it wrote."""
        try:
            descriptor = self._open()
            try:
                os.lseek(descriptor, end, os.SEEK_SET)
                write_all(descriptor, data)
                sync_data(descriptor)
                if not self._has_durable_name:  # whoever made the file may have been killed before that
                    sync_folder(self.path.parent)
                    self._has_durable_name = True
                return stamp_of_open(descriptor)
            except BaseException:
                self._unwanted = end, data
                with contextlib.suppress(OSError):
                    self.take_back()
                raise
        except OSError as error:
            raise WriteError(
                f"This change could not be saved, because {self.path} could not be written ({error.strerror or error}). "
                "Everything saved before is there. Make room on the disk or see to the folder, then do it again."
            ) from error

    def take_back(self) -> None:
        """Remove what a failed write left, not what another process wrote in its place.

        Raises OSError while the disk refuses that as well: what is left may look like a change, and must not become one.
        """
        if self._unwanted is None:
            return
        end, data = self._unwanted
        left = self.read_from(end)
        if left and data.startswith(left):
            self.cut(end)
        self._unwanted = None

    def cut(self, end: int) -> None:
        """Make the file end at `end`, on the disk too: before anything new is written, which could land on old lines."""
        descriptor = self._open()
        os.ftruncate(descriptor, end)
        sync(descriptor)

    def close(self) -> None:
        """Let go of the file; it is opened again when it is written to."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            self._has_durable_name = False

    def _open(self) -> int:
        if self._descriptor < 0:
            self._descriptor = open_private(self.path, os.O_RDWR | os.O_CREAT)
        return self._descriptor


class Tail(msgspec.Struct):
    """Whole lines from some place to the end of the file. `end`: bytes read; `torn`: what follows them and is no line."""

    lines: list[Line]
    end: int
    torn: bytes = b""


def read_from(path: Path, start: int) -> bytes:
    """The bytes from `start` on; none when there is no file."""
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read()
    except FileNotFoundError:
        return b""


def rows_of(data: bytes) -> Iterator[bytes]:
    """The rows, each with its line end; the last may lack one."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start) + 1 or len(data)
        yield data[start:end]
        start = end


def split_header(data: bytes) -> tuple[Header | None, bytes, bytes]:
    """The header, its row, and the rest. Without a header (nothing written yet, or torn) everything is the rest."""
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
        raise NewerError(
            f"{NAME} was written by a newer advisory: it needs version {header.needs or 'unknown'}, and this one reads "
            f"format {FORMAT}, schema {SCHEMA}. Install that version. Nothing has been changed."
        )
    return header, row, rest


def read_lines(data: bytes, *, seed: int, row_number: int) -> Tail:
    """The lines that follow a row whose checksum is `seed`; `row_number` is that of the first of them.

    A last row that is not whole was never acknowledged and is handed back as torn; any other that does not fit raises.
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
        f"{NAME}, line {number} {misfit}. Nothing has been changed. Put a copy from backups in its place, or move "
        "the journal away to go on from advisory.json alone, without the changes that are only in the journal."
    )
