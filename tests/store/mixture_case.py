"""A recorded run, and the folders that a sync service makes of it when it brings each part as of another moment."""

import gzip
import json
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, product
from pathlib import Path

import msgspec
from folder_case import NOW, abandon, add_check_in, add_student, filled

from advisory.model import KINDS, CheckIn
from advisory.store import Store
from advisory.store.restore import restore

PARTS = ("advisory.json", "advisory.journal.jsonl", "history", "backups")
Part = dict[str, bytes]
Records = dict[str, object]


class Run:
    """What there was on the disk after each step, part by part, each state once, and the records after each change."""

    def __init__(self, folder: Path, *, is_restored: bool) -> None:
        self.folder, self.is_restored = folder, is_restored
        self.versions: tuple[list[Part], ...] = ([], [], [], [])
        self.truth: dict[int, Records] = {0: {}}

    def note(self, store: Store | None = None) -> None:
        """Note what is on the disk now."""
        paths = [path for path in self.folder.rglob("*") if path.is_file()]
        files = {str(path.relative_to(self.folder)): path.read_bytes() for path in paths}
        for part, versions in zip(PARTS, self.versions, strict=True):
            version = {name: data for name, data in files.items() if name == part or Path(name).parent.name == part}
            if version not in versions:
                versions.append(version)
        if store is not None:
            self.truth[store.seq] = records_of(store)

    def mixtures(self) -> list[tuple[Part, ...]]:
        """Every combination of parts."""
        return list(product(*self.versions))


def records_of(store: Store) -> Records:
    return {record.id: record for kind in KINDS for record in (*store.all(kind), *store.trash(kind))}


def recorded(folder: Path, *, with_restore: bool) -> Run:
    """Five sittings: notes, an edit, a removal, an undo, another student; and a restore in the middle if asked for."""
    clock = (NOW + timedelta(minutes=n) for n in count())
    run = Run(folder, is_restored=with_restore)
    store = filled(folder, 0)
    run.note(store)
    for sitting in range(5):
        for number in range(2):
            with store.change("Check-in", next(clock)) as change:
                add_check_in(change, "s0000001", f"Note {sitting}-{number}")
            run.note(store)
        _one_more(store, sitting, next(clock))
        run.note(store)
        if sitting == 4:
            abandon(store)
            break
        store.close()
        run.note()
        if with_restore and sitting == 2:
            restore(folder, min((folder / "backups").glob("advisory-*.json.gz")), next(clock))
        store = Store.open(folder)
        run.note(store)
    return run


def _one_more(store: Store, sitting: int, at: datetime) -> None:
    if sitting == 1:
        store.undo(at)
        return
    with store.change("Another", at) as change:
        if sitting == 0:
            add_student(change, "Ben")
        elif sitting == 2:
            change.put(msgspec.structs.replace(change.need(CheckIn, "c0000001"), line="Note 0-0, put better"))
        else:
            change.remove(change.need(CheckIn, "c0000001"))


def lay_out(mixture: tuple[Part, ...], folder: Path) -> None:
    """Make a folder of these parts."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for part in mixture:
        for name, data in part.items():
            (folder / name).parent.mkdir(mode=0o700, exist_ok=True)
            (folder / name).write_bytes(data)
            (folder / name).chmod(0o600)


class Told:
    """What a mixture tells, read with nothing of the program: where its whole changes end, and what comes after a gap."""

    def __init__(self, mixture: tuple[Part, ...]) -> None:
        self.lines: dict[int, dict] = {}
        files = {name: data for part in mixture for name, data in part.items()}
        starts = {0}
        for whole_name, packed in files.items():
            data = gzip.decompress(packed) if whole_name.endswith(".gz") else packed
            name = whole_name.removesuffix(".gz")
            if name.endswith(".jsonl"):
                rows = (json.loads(row) for row in data.splitlines())
                self.lines.update((row["seq"], row) for row in rows if "seq" in row)
            elif name.endswith(".json"):
                starts.add(json.loads(data)["_meta"]["1"]["seq"])
        reached, before = set(starts), set()
        while reached != before:
            before = set(reached)
            reached |= {seq for seq, line in self.lines.items() if line.get("follows", seq - 1) in reached}
        self.whole_until = max(reached)
        self.after_a_gap = [self.lines[seq] for seq in sorted(self.lines) if seq > self.whole_until]

    def later_documents(self) -> Iterator[tuple[str, dict]]:
        """The last known document of each record that a change behind the gap is about."""
        latest = {}
        for line in self.after_a_gap:
            for table, number, after, _ in line["ops"]:
                latest[table, number] = after
        yield from ((document["id"], document) for document in latest.values() if document)
