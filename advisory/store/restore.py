"""A backup in one file, and the way back from one, from a snapshot, or from a pair that the program kept."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from advisory.model import CheckIn, Record, Student

from .codec import KIND_OF, check_document
from .disk.backup import FOLDER, journal_beside
from .disk.beginning import begin_anew
from .disk.files import make_folder, write_atomically
from .disk.ledger import LOCK, Ledger
from .disk.lock import KernelLock
from .disk.state import SNAPSHOT, State, read_files
from .errors import DamagedError, Missing, NewerError, Refused


class Restored(msgspec.Struct, frozen=True):
    """What was put back: how many students and check-ins not in the trash, and as of which change. `kept`: what was there."""

    source: Path
    students: int
    check_ins: int
    seq: int
    saved: str
    edited: bool
    kept: str


def write_backup(ledger: Ledger, path: Path) -> None:
    """Write all records into one file, which must not be there yet. Raises Refused."""
    ledger.follow()
    try:
        write_atomically(path, ledger.dump(), replace=False)
    except OSError as error:
        raise Refused(f"{path} could not be written: {error.strerror or error}. Nothing has been changed.") from error


def find_backup(folder: Path, named: Path) -> Path:
    """The file that is meant: as named, or from the data folder or its backups on; a data folder means its snapshot."""
    for place in (named, folder / named, folder / FOLDER / named):
        path = place / SNAPSHOT if place.is_dir() else place
        if path.is_file():
            if path.resolve() == (folder / SNAPSHOT).resolve():
                raise Refused(f"{path} is the file in use, so there is nothing to restore from it.")
            return path
    raise Missing(
        f"There is no file {named} to restore from. Name a backup; those that are kept are in {folder / FOLDER}."
    )


def read_backup(path: Path) -> State:
    """The records in a backup, checked and brought to the present schema. Raises Refused for one that can't be used."""
    try:
        state = read_files(path, journal_beside(path), check_document)
        state.carry_over()
        state.check(check_document)
    except (DamagedError, OSError) as error:
        raise Refused(f"{path} can't be restored from, and your records have not been touched. {error}") from error
    state.tables = {name: state.tables.get(name, {}) for name in KIND_OF}
    return state


def restore(folder: Path, named: Path, at: datetime) -> Restored:
    """Put the records of a backup in the place of those in the folder, of which a copy is kept first.

    Raises Refused for a backup that can't be used, and Busy while another process writes; then nothing has changed.
    """
    path = find_backup(folder, named)
    state = read_backup(path)
    instant = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    words = f"Records restored as of {state.at[:10] or 'the beginning'}"
    make_folder(folder)
    try:
        ledger = Ledger(folder, tuple(KIND_OF), check_document)
    except NewerError:
        raise
    except DamagedError:  # all the more reason; what is there is kept as it is
        lock = KernelLock(folder / LOCK)
        try:
            lock.acquire()
            kept = begin_anew(folder, state, words, instant, keep_as="restore")
        finally:
            lock.close()
    else:
        try:
            with ledger.caught_up():
                kept = ledger.replace(state, words, instant)
        finally:
            ledger.close()
    return Restored(path, _live(state, Student), _live(state, CheckIn), state.seq, state.at, state.edited, kept)


def _live(state: State, kind: type[Record]) -> int:
    """How many records of a kind are not in the trash; in a document, a key can't be taken for a text."""
    return sum(b'"deleted_at":' not in bytes(raw) for raw in state.tables[kind.table].values())
