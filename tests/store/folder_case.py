"""What the store's tests have in common: an instant, a student, a check-in, and a folder's bytes."""

import gzip
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zlib import crc32

from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Visibility
from advisory.store import Change, Store

NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def add_student(change: Change, given_name: str = "Maya", **fields: Any) -> Student:
    return change.add(Student, given_name=given_name, **{"family_name": "Okafor", **fields})


def add_check_in(change: Change, student: str, line: str = "Showed the draft", **fields: Any) -> CheckIn:
    usual = {
        "happened_on": MONDAY,
        "kind": Kind.ONE_TO_ONE,
        "counts_contact": True,
        "counts_one_to_one": True,
        "visibility": Visibility.PRIVATE,
    }
    return change.add(CheckIn, student=student, line=line, **{**usual, **fields})


def filled(folder: Path, check_ins: int = 3) -> Store:
    """A store with one student, and one change for each check-in; its journal is not empty."""
    store = Store.open(folder)
    with store.change("Add a student", NOW) as change:
        add_student(change)
    for number in range(check_ins):
        with store.change("Check-in: one-to-one", NOW) as change:
            add_check_in(change, "s0000001", f"Line {number}")
    return store


def abandon(store: Store) -> None:
    """Let go of a store as a killed process does: nothing is written."""
    store._ledger._journal.close()
    store._ledger._lock.close()
    store._ledger._is_closed = True


def bytes_of(folder: Path) -> dict[str, bytes]:
    """What each file holds; a compressed one, what `zcat` shows of it."""
    return {str(path.relative_to(folder)): content(path) for path in sorted(folder.rglob("*")) if path.is_file()}


def content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def holding(folder: Path, *words: str) -> list[str]:
    """The files in which one of the words stands, compressed or not, or whose names hold it."""
    return [
        name for name, data in bytes_of(folder).items() if any(word.encode() in data or word in name for word in words)
    ]


def lines_of(store: Store) -> list[str]:
    return [record.line for record in store.all(CheckIn)]


def with_right_checksum(data: bytes) -> bytes:
    """The same file as somebody would leave it who lays it out in another way and counts the checksum anew."""
    head, meta, below = data.split(b"\n", 2)
    covered = meta.removeprefix(b'"_meta":{"1":').rpartition(b',"crc":"')[0]
    meta = b'"_meta":{"1":' + covered + b',"crc":"%08x"}},' % crc32(below, crc32(covered))
    return b"\n".join([head, meta, below])
