"""How long a folder takes to open, beside decoding the same file into the same records and nothing else."""

from pathlib import Path

import msgspec

from advisory.model import KINDS, CheckIn, Student
from advisory.store import Store
from advisory.store.disk.state import SNAPSHOT

from .clock import in_turns
from .sample import SIZES, STUDENTS, fill_folder

_Tables = msgspec.defstruct(
    "_Tables", [("meta", msgspec.Raw), *((kind.table, dict[str, kind], {}) for kind in KINDS)], rename={"meta": "_meta"}
)


def openings(home: Path, size: str, rounds: int) -> dict[str, float]:
    """Median milliseconds from nothing to every student's last check-in, and to all records decoded."""
    fill_folder(home / "ours", SIZES[size])
    path, decode = home / "ours" / SNAPSHOT, msgspec.json.Decoder(_Tables).decode
    kept: list[Store] = []

    def to_open() -> None:
        _let_go(kept)
        kept.append(Store.open(home / "ours"))

    def to_use() -> None:
        to_open()
        for number in range(1, STUDENTS + 1):
            assert kept[0].check_ins_of(f"{Student.prefix}{number:07d}")[-1]

    def to_decode() -> None:
        assert len(decode(path.read_bytes()).checkins) == SIZES[size]

    found = in_turns({"ours": to_open, "ours, until each one's last is known": to_use, "decode": to_decode}, rounds)
    assert len(kept[0].all(CheckIn)) == SIZES[size]
    _let_go(kept)
    return found


def _let_go(kept: list[Store]) -> None:
    """Without a word to the disk, as a killed program does."""
    for store in kept:
        store._ledger._journal.close()
        store._ledger._lock.close()
    kept.clear()
