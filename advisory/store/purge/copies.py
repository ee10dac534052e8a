"""Reads the copies in backups and writes them anew without what is gone; what can't be read can't be kept."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import UNSET

from advisory.store.disk import backup, packed, snapshot
from advisory.store.disk.files import is_odd
from advisory.store.disk.row import Misfit
from advisory.store.disk.snapshot import Snapshot
from advisory.store.disk.wrong_bit import snapshot_put_right
from advisory.store.errors import DamagedError

from .chain import Chains, Rows, read_rows
from .gone import Gone

_NEVER_READ = ("torn-", "unreadable-", "damaged-")
"""The beginnings of the names of copies that could not be read when they were made."""
_OURS = (*_NEVER_READ, "advisory-", "backup-", "before-", "edited-", "aside-", "other-")
_CRC = b',"crc":"'


class Copies:
    """The files in backups. `lost` can't be read, and were made by the program; `foreign` are none of its files.

    A snapshot is large, so each is read where it is needed; whether it can be is known once `written` is through.
    """

    def __init__(self, folder: Path) -> None:
        self.lost: list[Path] = []
        self.foreign: list[Path] = []
        self.rows: dict[Path, Rows] = {}
        self._snapshots: list[Path] = []
        place = folder / backup.FOLDER
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if not path.name.startswith("."):
                self._take(path)
        self._snapshots = [one for one in self._snapshots if one not in self.lost]

    def documents(self) -> Iterator[tuple[str, int, msgspec.Raw]]:
        """Every document in every copy."""
        for rows in self.rows.values():
            yield from documents_in(rows)
        for path in self._snapshots:
            with suppress(DamagedError):
                for table, documents in _read(path)[0].tables.items():
                    yield from ((table, number, raw) for number, raw in documents.items())

    def written(self, chains: Chains, gone: Gone) -> Iterator[tuple[Path, bytes]]:
        """The files that change, and what they are to hold; nothing for one that is lost."""
        for path in self._snapshots:
            try:
                found, before = _read(path)
            except DamagedError:
                self._lose(path)
                continue
            if (data := _without(found, chains, gone)) != before:
                yield path, _as(path, data)
        for path, rows in self.rows.items():
            if (data := chains.written(rows)) != rows.data:
                yield path, _as(path, data)
        yield from ((path, b"") for path in self.lost)

    def _take(self, path: Path) -> None:
        suffix = packed.plain_name(path).suffix
        if is_odd(path) or suffix not in {".json", ".jsonl"} or path.name.startswith(_NEVER_READ):
            self._lose(path)
        elif suffix == ".json":
            self._snapshots.append(path)
        else:
            try:
                self.rows[path] = read_rows(packed.read(path))
            except (DamagedError, Misfit):
                self._lose(path)

    def _lose(self, path: Path) -> None:
        """Give up a file, and the other one of its pair: a snapshot alone would be of an earlier change than its name says."""
        if is_odd(path) or not path.name.startswith(_OURS):
            self.foreign.append(path)
            return
        for one in (path, *_others_of_pair(path)):
            if one not in self.lost:
                self.lost.append(one)
                self.rows.pop(one, None)


def documents_in(rows: Rows) -> Iterator[tuple[str, int, msgspec.Raw]]:
    """Every document before and after every change."""
    for line in rows.lines():
        for table, doc_id, after, before in line.ops:
            if doc_id is not None:
                yield from ((table, int(doc_id), raw) for raw in (after, before))


def _others_of_pair(path: Path) -> Iterator[Path]:
    """The other file of a pair, compressed or not, if it is there."""
    plain = packed.plain_name(path)
    name = f"{plain.stem}.journal.jsonl" if plain.suffix == ".json" else plain.name.replace(".journal.jsonl", ".json")
    if name != plain.name:
        yield from (one for one in (path.with_name(name), packed.packed_name(path.with_name(name))) if one.exists())


def _read(path: Path) -> tuple[Snapshot, bytes]:
    """A snapshot, and its bytes."""
    data = packed.read(path)
    try:
        return snapshot.parse(data, path.name), data
    except DamagedError:
        right = snapshot_put_right(data)
        if right is None:
            raise
        return snapshot.parse(right[0], path.name), data


def _without(found: Snapshot, chains: Chains, gone: Gone) -> bytes:
    """The bytes of a snapshot without what is gone. One that somebody edited can still be told from the program's own."""
    meta, tables = found.meta, gone.tables(found.tables)
    aside = {} if meta.aside is UNSET else meta.aside
    data = snapshot.dump(
        tables, seq=meta.seq, chain=chains.of((meta.seq, int(meta.chain, 16))), next_ids=meta.next, saved=meta.saved,
        schema=meta.schema, aside={table: [one for one in those if one in tables.get(table, {})] for table, those in aside.items()},
    )  # fmt: skip
    return _spoiled(data) if found.edited else data


def _spoiled(data: bytes) -> bytes:
    """The same with a checksum of which every bit is wrong."""
    at = data.rindex(_CRC, 0, data.index(b"\n", len(snapshot.HEAD))) + len(_CRC)
    end = at + len("00000000")
    return b"%b%08x%b" % (data[:at], int(data[at:end], 16) ^ 0xFFFFFFFF, data[end:])


def _as(path: Path, data: bytes) -> bytes:
    return packed.pack(data, packed.QUICK) if path.suffix == packed.SUFFIX else data
