"""Replaces all records in a folder, in a change that undo does not go behind."""

import re
from pathlib import Path

from . import backup, history, journal, snapshot
from .files import remove_leftovers, write_atomically
from .row import Line, encode_header, encode_line
from .schema import SCHEMA
from .state import SNAPSHOT, State

_SEQ = re.compile(rb'^(?:"_meta":)?.{0,60}?"seq":(\d{1,12})', re.MULTILINE)
"""The number of a change in a snapshot's metadata, a journal or history."""


def replace_all_records(folder: Path, source: State, words: str, at: str, *, keep_as: str) -> str:
    """Write `source`, which has the current schema, over what is in the folder; the name of the copy kept of that.

    Only call it while holding the lock. The change gets a number higher than any in the folder, so that other programs
    notice it, and older copies can't be mistaken for it. A single rename makes it happen, so a crash leaves all or
    nothing.
    """
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
    write_atomically(path, data, replace=True)
    if rows:  # cut and synced, or a power failure could bring the old lines back beside the new snapshot
        old = journal.Journal(folder / journal.NAME)
        try:
            old.cut(0)
        finally:
            old.close()
    return kept


def highest_seq(folder: Path) -> int:
    """The highest number of a change in any file of the folder, even in damaged ones."""
    numbers = [pair.seq for pair in backup.pairs(folder)]
    for path in (folder / SNAPSHOT, folder / journal.NAME, *history.months(folder)[-1:]):
        data = journal.read_from(path, 0)
        numbers += map(int, _SEQ.findall(data[:4096] if path.name == SNAPSHOT else data))
    return max(numbers, default=0)
