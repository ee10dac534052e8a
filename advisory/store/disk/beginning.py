"""Replaces all records in a folder, in a change that undo does not go behind."""

import re
from pathlib import Path

from advisory.store.errors import Refused, UnfinishedError

from . import backup, history, journal, snapshot
from .beside import last
from .files import remove_leftovers, replace, sync_folder, write_beside
from .row import Line, encode_header, encode_line
from .schema import SCHEMA
from .state import SNAPSHOT, State
from .writing import link_in_place

_SEQ = re.compile(rb'^(?:"_meta":)?.{0,60}?"seq":(\d{1,12})', re.MULTILINE)
"""The number of a change in a snapshot's metadata, a journal or history."""


def replace_all_records(folder: Path, source: State, words: str, at: str, *, keep_as: str) -> str:
    """Write `source`, which has the current schema, over what is in the folder; the name of the copy kept of that.

    Only call it while holding the lock. The change gets a number higher than any in the folder, so that other programs
    notice it, and older copies can't be mistaken for it. A single rename makes it happen, so a crash leaves all or
    nothing. Raises OSError if that fails, and UnfinishedError if a step after it does.
    """
    if link := link_in_place(folder):
        raise Refused(link)
    path, rows = folder / SNAPSHOT, journal.read_from(folder / journal.NAME, 0)
    highest = max(source.seq, highest_seq(folder))
    kept = backup.keep_before(path, keep_as, highest, at, rows)
    records = snapshot.records_checksum(source.everything)
    line = Line(highest + 1, at, words, [], schema=SCHEMA, follows=source.seq, records=records)
    row, line = encode_line(line, source.chain)
    chain = int(line.crc, 16)
    data = snapshot.dump(
        source.everything, seq=line.seq, chain=chain, next_ids=source.next_ids, saved=at, aside=source.aside
    )
    history.archive(folder, encode_header(source.seq, source.chain) + row)
    remove_leftovers(path)
    temporary = write_beside(path, data)
    try:
        replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    try:
        sync_folder(folder)
        if rows:  # cut and synced, or a power failure could bring the old lines back beside the new snapshot
            _empty(journal.Journal(folder / journal.NAME))
    except OSError as error:
        raise UnfinishedError(
            f"{words}, but the last step failed ({error.strerror or error}): {journal.NAME} may still hold what was there "
            f"before, which is in {kept or 'backups'}. Do the same again once the disk is in order."
        ) from error
    return kept


def _empty(old: journal.Journal) -> None:
    try:
        old.cut(0)
    finally:
        old.close()


def highest_seq(folder: Path) -> int:
    """The highest number of a change in any file of the folder, even in damaged ones."""
    numbers = [pair.seq for pair in backup.pairs(folder)]
    numbers += [seq for seq, _ in filter(None, [last.remembered(folder)])]
    for path in (folder / SNAPSHOT, folder / journal.NAME, *history.months(folder)[-1:]):
        data = journal.read_from(path, 0)
        numbers += map(int, _SEQ.findall(data[:4096] if path.name == SNAPSHOT else data))
    return max(numbers, default=0)
