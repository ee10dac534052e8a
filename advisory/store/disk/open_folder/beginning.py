"""Replaces all records in a folder, in a change that undo can't go past."""

import re
from binascii import crc32
from collections.abc import Sequence
from pathlib import Path

from advisory.store.disk import backup, history, journal, snapshot
from advisory.store.disk.beside import last
from advisory.store.disk.files import read_regular, remove_leftovers, sync_folder, write_over
from advisory.store.disk.row import Line, Operation, encode_header, encode_line, hexed
from advisory.store.disk.schema import SCHEMA
from advisory.store.disk.snapshot import Beginning
from advisory.store.disk.state import SNAPSHOT, State
from advisory.store.disk.writing import link_in_place
from advisory.store.errors import UnfinishedError, Unwritable, reason_of

from . import purged

_SEQ = re.compile(rb'^(?:"_meta":)?.{0,60}?"seq":(\d{1,12})', re.MULTILINE)
"""The number of a change in a snapshot's metadata, a journal or history."""


def replace_all_records(
    folder: Path, source: State, words: str, at: str, *, keep_as: str, carried: Sequence[Operation] = ()
) -> str:
    """Write `source`, which has the current schema, over what is in the folder; the name of the copy kept of that.

    `carried` is done to `source` in the same change.

    Only call it while holding the lock. The change gets a number higher than any in the folder, so that other programs
    notice it, and older copies can't be mistaken for it. A single rename makes it happen, so a crash leaves all or
    nothing; the new snapshot itself says what is left to be done then, and the next start does it. Raises OSError if
    that fails, and UnfinishedError if a step after it does.
    """
    if link := link_in_place(folder):
        raise Unwritable(link)
    path, rows = folder / SNAPSHOT, journal.read_from(folder / journal.NAME, 0)
    highest = max(source.seq, highest_seq(folder))
    for operation in carried:
        source.put(operation)
    kept = backup.keep_before(path, keep_as, highest, at, rows)
    records = snapshot.records_checksum(source.everything)
    line = Line(highest + 1, at, words, list(carried), schema=SCHEMA, follows=source.seq, records=records)
    row, line = encode_line(line, source.chain)
    begun = Beginning((encode_header(source.seq, source.chain) + row).decode(), len(rows), hexed(crc32(rows)))
    data = snapshot.dump(
        source.everything, seq=line.seq, chain=int(line.crc, 16), next_ids=source.next_ids, saved=at,
        aside=source.aside, beginning=begun,
    )  # fmt: skip
    remove_leftovers(path)
    write_over(path, data)
    try:
        sync_folder(folder)
        finish(folder, begun)
    except OSError as error:
        raise UnfinishedError(
            f"{words}, but the last step could not be done ({reason_of(error)}); the next start does it again. What was there "
            f"before is in {kept or 'backups'}. Check the disk."
        ) from error
    return kept


def finish(folder: Path, begun: Beginning) -> None:
    """Do what comes after the rename, as far as it is not done; only call it while holding the lock. Raises OSError."""
    rows = begun.rows.encode()
    if is_of_purge(folder, begun):
        purged.put_in_place(folder)
    if not _is_in_history(folder, begun):
        history.archive(folder, rows)
    old = journal.Journal(folder / journal.NAME)
    if begun.has_replaced(old.read_from(0)):
        try:
            old.cut(0)  # and synced, or a power failure could bring the old lines back after new ones
        finally:
            old.close()


def is_of_purge(folder: Path, begun: Beginning) -> bool:
    """Whether the change that replaced all records is a purge of which some files are not in place yet."""
    mark = purged.mark_in(folder)
    return (
        mark is not None and begun.rows.endswith(f'"crc":"{mark.chain}"}}\n') and f'\n{{"seq":{mark.seq},' in begun.rows
    )


def is_finished(folder: Path, state: State) -> bool:
    """Whether nothing is left to be done of the change that replaced all records."""
    try:
        return state.beginning is None or (not state.has_old_journal and _is_in_history(folder, state.beginning))
    except OSError:
        return False


def _is_in_history(folder: Path, begun: Beginning) -> bool:
    """Whether history has the change already; it is near the end."""
    row = begun.rows.encode().splitlines(keepends=True)[-1]
    return any(row in read_regular(path) for path in reversed(history.months(folder)))


def highest_seq(folder: Path) -> int:
    """The highest number of a change in any file of the folder, even in damaged ones."""
    numbers = [pair.seq for pair in backup.pairs(folder)]
    numbers += [seq for seq, _ in filter(None, [last.remembered(folder)])]
    for path in (folder / SNAPSHOT, folder / journal.NAME, *history.months(folder)[-1:]):
        data = journal.read_from(path, 0)
        numbers += map(int, _SEQ.findall(data[:4096] if path.name == SNAPSHOT else data))
    return max(numbers, default=0)
