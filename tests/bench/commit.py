"""How long a check-in takes to be safe, beside SQLite and beside what no database can go below."""

import os
from pathlib import Path
from random import Random

from advisory.model import CheckIn, make_id
from advisory.store import Store

from .clock import p50, timed
from .sample import NOW, SIZES, Sqlite, check_in_fields, fill_folder


def commits(home: Path, size: str, rounds: int) -> dict[str, float]:
    """Median milliseconds of one commit, one of each a round in an order drawn anew."""
    count = SIZES[size]
    fill_folder(home / "ours", count)
    ours = Store.open(home / "ours")
    sqlite = Sqlite(home / "sqlite.db")
    sqlite.fill(count)
    bare = os.open(home / "bare", os.O_RDWR | os.O_CREAT)
    chance, fields = Random(1), {}

    def to_ours() -> None:
        with ours.change("Check-in: one-to-one", NOW) as change:
            change.add(CheckIn, **fields)

    def to_sqlite() -> None:
        number = count + drawn
        instants = {"created_at": NOW, "updated_at": NOW}
        sqlite.add(CheckIn(id=make_id(CheckIn, number), **instants, **fields), number)

    def to_bare() -> None:
        os.write(bare, b"x" * 500)
        os.fdatasync(bare)

    ways = {"ours": to_ours, "SQLite": to_sqlite, "append": to_bare}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for drawn in range(1, rounds + 1):
        fields.update(check_in_fields(drawn, chance))
        for name in chance.sample(sorted(ways), len(ways)):
            taken[name].append(timed(ways[name]))
    ours._ledger._journal.close()
    ours._ledger._lock.close()
    os.close(bare)
    sqlite.connection.close()
    # SQLite grows its journal at first and writes over it later, which is cheaper: what counts is later
    return {name: p50(times[rounds // 2 :]) for name, times in taken.items()}
