"""Writes a backup, and restores records from a backup, a snapshot, or one of the pairs the program keeps."""

import os
from datetime import datetime
from pathlib import Path

import msgspec

from advisory.model import CheckIn, Record, Student

from .carried import shares_since
from .codec import KIND_OF
from .disk import packed
from .disk.backup import FOLDER
from .disk.files import make_folder, write_atomically, write_file
from .disk.lock import KernelLock
from .disk.open_folder.beginning import replace_all_records
from .disk.open_folder.ledger import Ledger
from .disk.row import instant
from .disk.state import SNAPSHOT, State, read_files
from .disk.writing import LOCK
from .errors import DamagedError, Missing, NewerError, Refused, WriteError, reason_of
from .own_files import need_free_place
from .salvage import files_of, is_own, salvaged
from .usable import find_unusable

LARGEST = 256 << 20
"""Bytes of a backup, unpacked: more than a hundred years of notes, and little enough to be refused or read at once."""
_PIECE = 1 << 20


class Restored(msgspec.Struct, frozen=True):
    """What was restored: students and check-ins not in the trash, the last change; `kept` is the copy made before.

    `damage`: what was wrong with the copy restored from, of which everything readable was taken. `shares`: how many
    were taken over from what was there, because they happened since.
    """

    source: Path
    students: int
    check_ins: int
    seq: int
    saved: str
    edited: bool
    kept: str
    damage: tuple[str, ...] = ()
    shares: int = 0


def write_backup(ledger: Ledger, path: Path) -> None:
    """Write all records into one new file, compressed if its name ends in `.gz`.

    Raises Refused if that fails, or WriteError where the file would be one of the data folder's own backups.
    """
    need_free_place(ledger.folder, path, is_backup=True)
    if path.parent != ledger.folder / FOLDER or ledger.is_read_only:
        ledger.follow()
        _write_copy(ledger, path)
        return
    with ledger.caught_up():  # a purge must not overlook it
        _write_copy(ledger, path)


def _write_copy(ledger: Ledger, path: Path) -> None:
    data = ledger.dump()
    data = packed.pack(data) if path.suffix == packed.SUFFIX else data
    if path.parent != ledger.folder / FOLDER:
        write_file(path, data)
        return
    try:
        make_folder(path.parent)
        write_atomically(path, data, replace=False)
    except OSError as error:
        raise WriteError(
            f"{path} could not be written ({reason_of(error)}). Free up disk space, then try again."
        ) from error


def find_backup(folder: Path, named: Path) -> Path:
    """Find the backup: as named, or relative to the data folder or its backups. A data folder means its snapshot.

    Raises Refused for the file in use, Missing if there is no such file.
    """
    for place in (named, folder / named, folder / FOLDER / named):
        path = place / SNAPSHOT if place.is_dir() else place
        path = path if path.exists() else packed.packed_name(path)  # the name of the time before it was compressed
        if path.is_file():
            if os.path.realpath(path) == os.path.realpath(folder / SNAPSHOT):  # `resolve` raises at a link to itself
                raise Refused(f"{path} is the file in use, so there is nothing to restore from it.")
            return path
    raise Missing(f"There is no file {named} to restore from. Name a backup; they are kept in {folder / FOLDER}.")


def _refuse_too_large(path: Path) -> None:
    """Refuse a file that holds more than any backup, counting what a compressed one really holds."""
    import gzip
    import zlib

    held = path.stat().st_size
    try:
        with gzip.open(path) as file:
            unpacked = 0
            while unpacked <= LARGEST and (piece := file.read(_PIECE)):
                unpacked += len(piece)
            held = max(held, unpacked)
    except (OSError, EOFError, zlib.error):
        pass  # not compressed, or damaged, which reading it tells
    if held > LARGEST:
        raise Refused(
            f"{path} holds more than {LARGEST >> 20} MB, which no backup does; your records are as they were."
        )


def read_backup(path: Path) -> tuple[State, tuple[str, ...]]:
    """The records in a backup, checked and migrated to the current schema, and what is wrong with it.

    Only the copies that a repair or a restore made of what was there before may be damaged. Raises Refused if a backup
    can't be used.
    """
    damage: tuple[str, ...] = ()
    try:
        _refuse_too_large(path)
        try:
            state = read_files(*files_of(path), find_unusable)
            state.migrate()
            state.set_aside(find_unusable(state.tables))
        except NewerError:
            raise
        except DamagedError:
            found = salvaged(path) if is_own(path) else None
            if found is None:
                raise
            state, damage = found
    except (DamagedError, OSError) as error:
        raise Refused(f"{path} can't be restored from; your records are as they were. {error}") from error
    state.tables = {name: state.tables.get(name, {}) for name in KIND_OF}
    return state, damage


def restore(folder: Path, named: Path, at: datetime) -> Restored:
    """Replace the records in the folder by those in a backup, keeping a copy first.

    Raises Refused for a backup that can't be used, Busy while another process is writing, and WriteError if the disk
    fails; then nothing has changed. Raises UnfinishedError if the records were replaced but a step after it failed.
    """
    path = find_backup(folder, named)
    state, damage = read_backup(path)
    words = f"Records restored as of {state.at[:10] or 'the beginning'}"
    try:
        kept, shares = _replace(folder, state, words, instant(at))
    except OSError as error:
        raise WriteError(
            f"Nothing was restored, because {folder} could not be written ({reason_of(error)}). Your records are as "
            "they were. Free up disk space or check the folder, then try again."
        ) from error
    counts = _live(state, Student), _live(state, CheckIn)
    return Restored(path, *counts, state.seq, state.at, state.edited, kept, damage, shares)


def _replace(folder: Path, state: State, words: str, at: str) -> tuple[str, int]:
    """Replace the records; the name of the copy of what was there, and how many shares were taken over from it."""
    make_folder(folder)
    try:
        ledger = Ledger(folder, tuple(KIND_OF), find_unusable)
    except NewerError:
        raise
    except DamagedError:  # what is there can't be read, but is kept as it is
        lock = KernelLock(folder / LOCK)
        try:
            lock.acquire()
            return replace_all_records(folder, state, words, at, keep_as="restore"), 0
        finally:
            lock.close()
    try:
        with ledger.caught_up():
            carried = shares_since(state, ledger.state)
            return ledger.replace(state, words, at, carried), len(carried)
    finally:
        ledger.close()


def _live(state: State, kind: type[Record]) -> int:
    """The number of records of a kind not in the trash. `"deleted_at":` with its quotes can only be a key, not text."""
    return sum(b'"deleted_at":' not in bytes(raw) for raw in state.tables[kind.table].values())
