"""What the screens ask, beside the same questions to SQLite; and CSV beside the csv module over ready tuples."""

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.exchange.tables import export, gather
from advisory.model import Student, make_id
from advisory.store import Store

from .clock import in_turns
from .sample import RARE, SIZES, STUDENTS, TODAY, Sqlite, fill_folder

_ONE = make_id(Student, 7)


def readings(home: Path, size: str, rounds: int) -> dict[str, dict[str, float]]:
    """Median milliseconds of each question, of ours and of what stands beside it."""
    count = SIZES[size]
    fill_folder(home / "ours", count)
    store, sqlite = Store.open(home / "ours"), Sqlite(home / "sqlite.db")
    sqlite.fill(count)

    def last_of_each() -> list[Any]:
        return [store.check_ins_of(make_id(Student, number))[-1] for number in range(1, STUDENTS + 1)]

    def all_of_one() -> list[Any]:
        return list(store.check_ins_of(_ONE))

    def with_word() -> list[Any]:
        return [record for record in store.recent_check_ins() if RARE in record.line or RARE in record.body]

    caseload = Caseload(store, today=lambda: TODAY)
    header, *rows = csv.reader(io.StringIO(_csv(caseload).decode("utf-8-sig")))
    tuples = [tuple(row) for row in rows]
    assert len(tuples) == count
    for ours, theirs in (
        (last_of_each, sqlite.last_of_each),
        (all_of_one, lambda: sqlite.all_of(_ONE)),
        (with_word, lambda: sqlite.with_word(RARE)),
    ):
        assert len(ours()) == len(theirs())
    found = {
        "last check-in of each": in_turns({"ours": last_of_each, "other": sqlite.last_of_each}, rounds),
        "all of one student": in_turns({"ours": all_of_one, "other": lambda: sqlite.all_of(_ONE)}, rounds),
        "those with a word": in_turns({"ours": with_word, "other": lambda: sqlite.with_word(RARE)}, rounds),
        "CSV of all": in_turns({"ours": lambda: _csv(caseload), "other": lambda: _write(header, tuples)}, rounds // 4),
    }
    store.close()
    sqlite.connection.close()
    return found


def _csv(caseload: Caseload) -> bytes:
    return export("checkins", gather("checkins", caseload), bom=True).data


def _write(header: list[str], tuples: list[tuple[str | date | datetime, ...]]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows(tuples)
    return file.getvalue().encode("utf-8-sig")
