"""Old changes, one file per month: the ones the snapshot already contains, for undo and for looking back."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from advisory.store.errors import DamagedError

from . import backup
from .files import is_odd, leads_nowhere, make_folder, open_private, read_regular, sync, sync_folder, write_all
from .journal import NAME, rows_of
from .row import Line, Misfit, encode_header, hexed, is_header, read_header, read_line, seed_after

FOLDER = "history"
_SEQ = re.compile(rb'^\{"seq":(\d{1,12}),.*\n', re.MULTILINE)
FILES = "????-??.jsonl"
FIRST = "0000-00.jsonl"
"""A file before that of any month, for when there is none."""
_USUAL_END = 64 * 1024
"""Bytes at the end of a file in which there is almost always a whole row."""


def archive(folder: Path, data: bytes) -> None:
    """Append a journal's rows, on disk when this returns; rows there from an interrupted attempt are skipped."""
    rows = list(rows_of(data))
    make_folder(folder / FOLDER)
    newest = next(reversed(months(folder)), None)
    if newest is not None:
        rows = _still_missing(rows, _whole_rows(newest))
    for name, kept in _by_month(rows, newest.stem if newest else "").items():
        _append(folder / FOLDER / f"{name}.jsonl", b"".join(kept))
    sync_folder(folder / FOLDER)


def changes_backwards(folder: Path, journal_data: bytes, *, seq: int, chain: int) -> Iterator[Line]:
    """Every change up to `seq`, whose checksum is `chain`, newest first: from the journal, then from history.

    Ends where a change is missing; raises DamagedError if rows there can't be read.
    """
    crc: str | None = hexed(chain)
    damage = ""
    for row, before, where in _rows_backwards(folder, journal_data):
        try:
            if is_header(row):
                read_header(row)
                continue
            line = read_line(row, seed=(seed := seed_after(before)))
        except Misfit as misfit:  # perhaps a power failure cut short rows that the journal still has
            damage = damage or f"{where} holds a change that {misfit}"
            continue
        if line.seq != seq or line.crc != crc:
            continue  # also in the journal, or from before an older snapshot was restored
        seq, crc = line.before, None if seed is None else hexed(seed)
        damage = ""
        yield line
    if damage and seq:
        raise DamagedError(f"{damage}. What came before it can't be undone; the records are not affected.")


def missing_before(folder: Path, journal_data: bytes, *, seq: int, chain: int) -> int:
    """The number of the newest change that is in neither the journal nor history though it led to `seq`; 0 if none is.

    It may be in a file of history that is hidden now, see `is_hidden`. What came before all records were replaced is not missed: that can have happened in another folder. Nor is what came
    before the folder got a history, as in a copy of the snapshot alone. Unlike a journal's, a torn last row is no excuse:
    history gets its rows before the journal loses them.
    """
    try:
        for line in changes_backwards(folder, journal_data, seq=seq, chain=chain):
            if line.follows is not None:
                return 0
            seq = line.before
    except DamagedError:
        pass  # reported elsewhere; what is missing is still missing
    return seq if seq and (is_hidden(folder) or _had_history(folder, seq)) else 0


def go_on_from(folder: Path, seq: int, chain: int) -> None:
    """Write down that what led to a change is known to be missing: a header by itself, which the next row follows."""
    make_folder(folder / FOLDER)
    newest = next(reversed(months(folder)), None)
    if newest is not None:
        _whole_rows(newest)
    _append(newest or folder / FOLDER / FIRST, encode_header(seq, chain))
    sync_folder(folder / FOLDER)


def goes_on_from(folder: Path, seq: int) -> bool:
    """Whether a header in history says that it goes on from change `seq`."""
    begin = b'"base":%d,' % seq
    return any(is_header(row) and begin in row for path in months(folder) for row in rows_of(read_regular(path)))


def _had_history(folder: Path, seq: int) -> bool:
    """Whether the folder must have had a history when change `seq` was the newest."""
    if any(pair.seq <= seq for pair in backup.pairs(folder)):
        return True
    numbers = [int(one) for path in months(folder) for one in _SEQ.findall(read_regular(path))]
    return min(numbers) <= seq if numbers else (folder / FOLDER).is_dir()


def last_seq(folder: Path) -> int:
    """The number of the last change in history; 0 if there is none. Reads the end of one file only."""
    for path in months(folder)[-1:]:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            for length in (_USUAL_END, size):
                file.seek(max(0, size - length))
                found = _SEQ.findall(file.read())
                if found:
                    return int(found[-1])
    return 0


def _by_month(rows: list[bytes], newest: str) -> dict[str, list[bytes]]:
    """The rows by the month of their file: never a month before the newest file, even if the clock went back."""
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
    """Each row, the row before it (empty for the first), and the name of its file."""
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
    need_listed(folder)
    for path in reversed(months(folder)):
        where = f"{FOLDER}/{path.name}"
        try:
            data = read_regular(path)
        except OSError as error:
            raise DamagedError(
                f"{where} can't be read ({error.strerror}), so what it holds can't be undone now."
            ) from error
        yield where, list(rows_of(data))


def need_listed(folder: Path) -> None:
    """Raise DamagedError if the files of history can't be listed: they would look as if there were none."""
    try:
        os.listdir(folder / FOLDER)  # noqa: PTH208 - only to see whether it works
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not leads_nowhere(folder / FOLDER):
            return
        raise DamagedError(
            f"{folder / FOLDER} can't be read ({error.strerror}), so what it holds can't be undone now. The records are "
            "not affected; check its permissions."
        ) from error


def months(folder: Path) -> list[Path]:
    """The files of history, oldest first."""
    return sorted(path for path in (folder / FOLDER).glob(FILES) if not is_odd(path))


def is_hidden(folder: Path) -> bool:
    """Whether something else stands where history or one of its files should be, so that nobody knows what it holds."""
    place = folder / FOLDER
    is_there = place.exists() or leads_nowhere(place)
    return is_there and (not place.is_dir() or any(is_odd(path) for path in place.glob(FILES)))


def _whole_rows(path: Path) -> list[bytes]:
    """The rows of a file; an incomplete row at the end, left by a crash, is cut off."""
    data = read_regular(path)
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        os.truncate(path, len(whole))
    return list(rows_of(whole))


def _still_missing(rows: list[bytes], there: list[bytes]) -> list[bytes]:
    """The rows not at the end of the file yet: after a crash, any part of an earlier append may be there.

    Only the newest file needs this: older ones were synced before it was created.
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
