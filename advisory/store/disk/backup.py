"""Keeps copies before a file is replaced or cut: pairs of snapshot and journal, and the torn ends of journals."""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from .files import make_folder, write_atomically

FOLDER = "backups"
LAST, DAYS, MONTHS = 5, 30, 12
"""How many pairs to keep: the last ones, and the first of each day and of each month that has any."""
_PAIR = re.compile(r"advisory-(?:(\d{4}-\d{2}-\d{2})-)?(\d{7,})\.json")


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
    """The journal of a snapshot: same name, different suffix."""
    return snapshot.with_suffix(".journal.jsonl")


def keep_pair(snapshot: Path, seq: int, at: str, journal_data: bytes, *, edited: bool) -> None:
    """Keep the snapshot that is about to be replaced with its journal, and delete pairs no longer needed.

    A snapshot edited by hand gets another name and is never deleted. Pairs with a later change than `seq` belong to
    another history, left behind by a restore; they are renamed and never deleted either.
    """
    if not snapshot.exists():
        return
    folder = snapshot.parent
    make_folder(folder / FOLDER)
    stem = "-".join(filter(None, [at[:10], f"{seq:07d}"]))
    if edited:
        _keep(snapshot, unused(folder, f"edited-{stem}"), journal_data)
        return
    for stale in pairs(folder):
        if stale.seq > seq:
            aside = unused(folder, f"aside-{stale.path.stem.removeprefix('advisory-')}")
            stale.path.rename(aside)
            if stale.journal.exists():
                stale.journal.rename(journal_beside(aside))
    _keep(snapshot, folder / FOLDER / f"advisory-{stem}.json", journal_data)
    for old in _superfluous(pairs(folder)):
        old.path.unlink(missing_ok=True)
        old.journal.unlink(missing_ok=True)


def keep_before(snapshot: Path, what: str, seq: int, at: str, journal_data: bytes = b"") -> str:
    """Keep a snapshot and its journal for good before both are replaced; the copy's name, relative to the data folder.

    Returns "" if there is nothing to keep.
    """
    if not snapshot.exists() and not journal_data:
        return ""
    folder = snapshot.parent
    make_folder(folder / FOLDER)
    path = unused(folder, "-".join(filter(None, ["before", what, at[:10], f"{seq:07d}"])))
    _keep(snapshot, path, journal_data)
    return f"{FOLDER}/{path.name}"


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
        found = _PAIR.fullmatch(name)
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


def _keep(snapshot: Path, path: Path, journal_data: bytes) -> None:
    path.unlink(missing_ok=True)
    if snapshot.exists():
        try:
            os.link(snapshot, path)  # a link is enough, because the snapshot is never written to, only replaced
        except OSError:
            import shutil

            shutil.copy2(snapshot, path)
    write_atomically(journal_beside(path), journal_data, replace=True)


def unused(folder: Path, stem: str, suffix: str = ".json") -> Path:
    """A file name in backups not in use yet."""
    names = (f"{stem}-{number}{suffix}" if number > 1 else f"{stem}{suffix}" for number in count(1))
    return next(path for path in (folder / FOLDER / name for name in names) if not path.exists())
