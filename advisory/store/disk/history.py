"""Changes that the snapshot already holds, by month: what undo goes back through, and what changed when."""

import os
from collections.abc import Iterator
from pathlib import Path

from advisory.store.errors import DamagedError

from .files import make_folder, open_private, sync, sync_folder, write_all
from .journal import NAME, rows_of
from .row import Line, Misfit, hexed, is_header, read_header, read_line, seed_after

FOLDER = "history"


def archive(folder: Path, data: bytes) -> None:
    """Append a journal's rows, on the disk when this returns; those that are there from an earlier attempt are left out."""
    rows = list(rows_of(data))
    make_folder(folder / FOLDER)
    newest = months(folder)[-1:]
    if newest:
        rows = _still_missing(rows, _mended(newest[0]))
    for name, kept in _by_month(rows, newest[0].stem if newest else "").items():
        _append(folder / FOLDER / f"{name}.jsonl", b"".join(kept))
    sync_folder(folder / FOLDER)


def changes_backwards(folder: Path, journal_data: bytes, *, seq: int, chain: int) -> Iterator[Line]:
    """Every change that led to change `seq`, whose checksum is `chain`, newest first: from the journal, then from history.

    Ends where a change is missing; raises DamagedError where it is missing and there are rows that can't be read.
    """
    crc: str | None = hexed(chain)
    damage = ""
    for row, before, where in _rows_backwards(folder, journal_data):
        try:
            if is_header(row):
                read_header(row)
                continue
            line = read_line(row, seed=(seed := seed_after(before)))
        except Misfit as misfit:  # it may be what a power cut left of rows that are in the journal as well
            damage = damage or f"{where} holds a change that {misfit}"
            continue
        if line.seq != seq or line.crc != crc:
            continue  # in the journal as well, or of a past that an older snapshot has put aside
        seq, crc = line.before, None if seed is None else hexed(seed)
        damage = ""
        yield line
    if damage and seq:
        raise DamagedError(f"{damage}. What came before it can't be undone; the records are not touched by this.")


def _by_month(rows: list[bytes], newest: str) -> dict[str, list[bytes]]:
    """The rows by the month that holds them: never an older one than the newest there is, should the clock go back."""
    by_month: dict[str, list[bytes]] = {}
    waiting: list[bytes] = []
    for row in rows:
        waiting.append(row)
        if not is_header(row):
            try:
                newest = max(newest, read_line(row).at[:7])
            except Misfit as misfit:
                raise DamagedError(f"{NAME} holds a line that {misfit}.") from None
            by_month.setdefault(newest, []).extend(waiting)
            waiting = []
    return by_month


def _rows_backwards(folder: Path, journal_data: bytes) -> Iterator[tuple[bytes, bytes, str]]:
    """Each row with the one before it (empty when there is none) and the name of its file."""
    after: tuple[bytes, str] | None = None
    for where, rows in _files_backwards(folder, journal_data):
        for row in reversed(rows):
            if after is not None:
                yield after[0], row, after[1]
            after = row, where
    if after is not None:
        yield after[0], b"", after[1]


def _files_backwards(folder: Path, journal_data: bytes) -> Iterator[tuple[str, list[bytes]]]:
    yield NAME, list(rows_of(journal_data))
    for path in reversed(months(folder)):
        where = f"{FOLDER}/{path.name}"
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DamagedError(
                f"{where} can't be read ({error.strerror}), so what it holds can't be undone now."
            ) from error
        yield where, list(rows_of(data))


def months(folder: Path) -> list[Path]:
    """The files, oldest first."""
    return sorted((folder / FOLDER).glob("????-??.jsonl"))


def _mended(path: Path) -> list[bytes]:
    """The whole rows; a torn one at the end, left by a crash, is cut off."""
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        os.truncate(path, len(whole))
    return list(rows_of(whole))


def _still_missing(rows: list[bytes], there: list[bytes]) -> list[bytes]:
    """The rows that do not stand at the end already, byte for byte: of an append that no sync followed, any part may lack.

    Those of an earlier month were synced before the newest file was made.
    """
    if there and there[-1] in rows:
        end = rows.index(there[-1]) + 1
        length = min(end, len(there))
        if there[-length:] == rows[end - length : end]:
            return rows[end:]
    return rows


def _append(path: Path, data: bytes) -> None:
    descriptor = open_private(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    try:
        write_all(descriptor, data)
        sync(descriptor)
    finally:
        os.close(descriptor)
