"""Invented years of one advisor, the same each time: 22 students, and check-ins of 300 to 500 bytes."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from advisory.model import CheckIn, Student, make_id
from advisory.model.words import Kind, Visibility
from advisory.store.disk import snapshot
from advisory.store.disk.row import NOTHING
from advisory.store.disk.state import SNAPSHOT

SIZES = {"1 year": 2_128, "10 years": 21_658, "110 k": 110_000, "1 M": 1_000_000}
STUDENTS = 22
NOW = datetime(2026, 11, 23, 9, 5, tzinfo=UTC)
TODAY = date(2026, 11, 23)
RARE = "heliotrope"
"""A word that one check-in in a hundred has in it."""
_TEXT = (
    "said that the first draft is done and wants to read it aloud before anybody else does because last time "
    "nobody asked about the middle part where the fractions turn into a trough for the rain garden they measured"
)
_WORDS = _TEXT.split()


def check_in_fields(number: int, chance: Random) -> dict[str, Any]:
    """What an advisor writes down."""
    text = chance.choices(_WORDS, k=chance.randint(18, 46))
    if chance.random() < 0.01:
        text.insert(9, RARE)
    return {
        "student": make_id(Student, chance.randint(1, STUDENTS)),
        "happened_on": TODAY - timedelta(days=number % 200),
        "kind": chance.choice((Kind.ONE_TO_ONE, Kind.QUICK_TOUCH)),
        "counts_contact": True,
        "counts_one_to_one": chance.random() < 0.4,
        "visibility": Visibility.PRIVATE,
        "line": " ".join(text[:9]),
        "body": " ".join(text[9:]),
        "tags": ("maths",) if chance.random() < 0.3 else (),
    }


def check_ins(count: int) -> Iterator[CheckIn]:
    """So many, in the order of their ids."""
    chance = Random(20261123)
    for number in range(1, count + 1):
        at = NOW - timedelta(minutes=count - number)
        yield CheckIn(id=make_id(CheckIn, number), created_at=at, updated_at=at, **check_in_fields(number, chance))


def fill_folder(folder: Path, count: int) -> None:
    """A folder as a clean close leaves it."""
    folder.mkdir(parents=True)
    encode = msgspec.json.Encoder().encode
    instants = {"created_at": NOW, "updated_at": NOW}
    students = {
        n: msgspec.Raw(
            encode(Student(id=make_id(Student, n), given_name=f"Student {n}", family_name="Reed", **instants))
        )
        for n in range(1, STUDENTS + 1)
    }
    notes = {n: msgspec.Raw(encode(record)) for n, record in enumerate(check_ins(count), 1)}
    data = snapshot.dump(
        {"students": students, "checkins": notes},
        seq=1, chain=1, next_ids={"students": STUDENTS + 1, "checkins": count + 1}, saved="2026-11-23T09:05:00.000Z",
    )  # fmt: skip
    assert NOTHING not in notes.values()
    (folder / SNAPSHOT).write_bytes(data)


class Sqlite:
    """The same in SQLite: its journal in WAL, each commit synced, the student and the day indexed."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        (mode,) = self.connection.execute("PRAGMA journal_mode=WAL").fetchone()
        assert mode == "wal"
        self.connection.execute("PRAGMA synchronous=FULL")

    def fill(self, count: int) -> None:
        """Put the sample in."""
        encode = msgspec.json.Encoder().encode
        self.connection.execute("CREATE TABLE checkins (id INTEGER PRIMARY KEY, student TEXT, day TEXT, doc TEXT)")
        self.connection.execute("CREATE INDEX of_student ON checkins (student, day, id)")
        self.connection.execute("BEGIN")
        rows = (
            (n, record.student, record.happened_on.isoformat(), encode(record).decode())
            for n, record in enumerate(check_ins(count), 1)
        )
        self.connection.executemany("INSERT INTO checkins VALUES (?, ?, ?, ?)", rows)
        self.connection.execute("COMMIT")
        self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def add(self, record: CheckIn, number: int) -> None:
        """One durable commit."""
        doc = msgspec.json.encode(record).decode()
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.execute(
            "INSERT INTO checkins VALUES (?, ?, ?, ?)", (number, record.student, record.happened_on.isoformat(), doc)
        )
        self.connection.execute("COMMIT")

    def last_of_each(self) -> list[Any]:
        """The newest of each student."""
        ask = "SELECT doc FROM checkins WHERE student = ? ORDER BY day DESC, id DESC LIMIT 1"
        return [self.connection.execute(ask, (make_id(Student, n),)).fetchone() for n in range(1, STUDENTS + 1)]

    def all_of(self, student: str) -> list[Any]:
        """A student's, oldest first."""
        ask = "SELECT doc FROM checkins WHERE student = ? ORDER BY day, id"
        return self.connection.execute(ask, (student,)).fetchall()

    def with_word(self, word: str) -> list[Any]:
        """Those with a word in their text, newest first; without an index on text."""
        ask = "SELECT doc FROM checkins WHERE doc LIKE ? ORDER BY day DESC, id DESC"
        return self.connection.execute(ask, (f"%{word}%",)).fetchall()
