"""Keeps copies before a file is replaced or cut: pairs of snapshot and journal, and the torn ends of journals.

Pairs are compressed. Those that an older version left uncompressed are read as well, and compressed a few at a time.
"""

import contextlib
import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from . import packed
from .files import make_folder, read_regular, write_atomically

FOLDER = "backups"
LAST, DAYS, MONTHS = 5, 30, 12
"""How many pairs to keep: the last ones, and the first of each day and of each month that has any."""
_PAIR = r"advisory-(?:(\d{4}-\d{2}-\d{2})-)?(\d{7,})\.json(?:\.gz)?"
_AT_A_TIME = 3
"""How many pairs of an older version a save compresses: few, so that nobody waits for it."""


class Pair(NamedTuple):
    """A snapshot from before a save, and the journal that follows it: together, the records after change `seq`."""

    seq: int
    day: str
    path: Path

    @property
    def journal(self) -> Path:
        """The journal that follows the snapshot."""
        return journal_beside(self.path)

    @property
    def name(self) -> str:
        """The snapshot's name, relative to the data folder."""
        return f"{FOLDER}/{self.path.name}"


def journal_beside(snapshot: Path) -> Path:
    """The journal of a snapshot: same name, different suffix; compressed or not, whichever is there."""
    return packed.either(packed.plain_name(snapshot).with_suffix(".journal.jsonl"))


def keep_pair(snapshot: Path, seq: int, at: str, journal_data: bytes, *, edited: bool) -> list[Path]:
    """Keep the snapshot that is about to be replaced with its journal; the files made.

    A snapshot edited by hand gets another name and is never deleted. Pairs with a later change than `seq` belong to
    another history, left behind by a restore; they are renamed and never deleted either.
    """
    if not snapshot.exists():
        return []
    folder = snapshot.parent
    make_folder(folder / FOLDER)
    stem = "-".join(filter(None, [at[:10], f"{seq:07d}"]))
    if edited:
        return _keep(snapshot, unused(folder, f"edited-{stem}"), journal_data)
    for stale in pairs(folder):
        if stale.seq > seq:
            aside = unused(folder, f"aside-{packed.plain_name(stale.path).stem.removeprefix('advisory-')}")
            _rename(stale.journal, aside.with_suffix(".journal.jsonl"))
            _rename(stale.path, aside)
    return _keep(snapshot, folder / FOLDER / f"advisory-{stem}.json", journal_data)


def tidy(folder: Path) -> None:
    """Delete the pairs no longer needed, and compress a few of an older version. What fails is tried again next time."""
    with contextlib.suppress(OSError):
        for old in _superfluous(pairs(folder)):
            old.journal.unlink(missing_ok=True)
            old.path.unlink(missing_ok=True)
        plain = [pair for pair in pairs(folder) if pair.path.suffix != packed.SUFFIX]
        for pair in plain[-_AT_A_TIME:]:
            for path in (pair.journal, pair.path):
                if path.exists() and path.suffix != packed.SUFFIX:
                    packed.write(path, read_regular(path), replace=True)
                    path.unlink()


def keep_before(snapshot: Path, what: str, seq: int, at: str, journal_data: bytes = b"") -> str:
    """Keep a snapshot and its journal for good before both are replaced; the copy's name, relative to the data folder.

    Returns "" if there is nothing to keep.
    """
    if not snapshot.exists() and not journal_data:
        return ""
    folder = snapshot.parent
    make_folder(folder / FOLDER)
    path = unused(folder, "-".join(filter(None, ["before", what, at[:10], f"{seq:07d}"])))
    return f"{FOLDER}/{_keep(snapshot, path, journal_data)[-1].name}"


def set_aside(folder: Path, torn: bytes, seq: int) -> str:
    """Keep the torn end of a journal in a file; its name, relative to the data folder."""
    make_folder(folder / FOLDER)
    path = unused(folder, f"torn-{seq:07d}", ".jsonl")
    write_atomically(path, torn, replace=False)
    return f"{FOLDER}/{path.name}"


def pairs(folder: Path) -> list[Pair]:
    """The pairs that may be deleted in time, oldest first."""
    return sorted(_pairs(folder))


def newest(folder: Path) -> Pair | None:
    """The pair with the latest change."""
    return max(_pairs(folder), default=None)


def _pairs(folder: Path) -> Iterator[Pair]:
    try:
        names = os.listdir(folder / FOLDER)  # noqa: PTH208 - faster, and every start waits for it
    except OSError:
        return
    for name in names:
        found = re.fullmatch(_PAIR, name)
        if found:
            yield Pair(int(found[2]), found[1] or "", folder / FOLDER / name)


def _superfluous(oldest_first: Sequence[Pair]) -> list[Pair]:
    """The pairs not needed for the last saves, the days or the months.

    Days and months are counted by the pairs, not by the clock: a wrong clock or a long summer deletes nothing.
    """
    kept = set(oldest_first[-LAST:])
    for length, how_many in ((len("2026-11-23"), DAYS), (len("2026-11"), MONTHS)):
        firsts: dict[str, Pair] = {}
        for pair in oldest_first:
            if pair.day:
                firsts.setdefault(pair.day[:length], pair)
        kept.update(firsts[span] for span in sorted(firsts)[-how_many:])
    return [pair for pair in oldest_first if pair not in kept]


def _keep(snapshot: Path, path: Path, journal_data: bytes) -> list[Path]:
    """Write a pair compressed, and return its files; a pair that fails half-way is taken back.

    The journal is written first, because a pair is there once its snapshot is.
    """
    journal = packed.write(path.with_suffix(".journal.jsonl"), journal_data, replace=True)
    if not snapshot.exists():
        return [journal]
    try:
        return [journal, packed.write(path, read_regular(snapshot), replace=True)]
    except OSError:
        journal.unlink(missing_ok=True)
        raise


def _rename(path: Path, plain: Path) -> None:
    """Rename a file that may be compressed, and may be missing."""
    if path.exists():
        path.rename(packed.packed_name(plain) if path.suffix == packed.SUFFIX else plain)


def unused(folder: Path, stem: str, suffix: str = ".json") -> Path:
    """A file name in backups not in use yet, compressed or not."""
    names = (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}" for number in count(1))
    paths = (folder / FOLDER / name for name in names)
    return next(path for path in paths if not (packed.either(path).exists() or path.is_symlink()))
