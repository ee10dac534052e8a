"""What the roster tests share: the sample files, made-up students, and an import carried out in memory."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from advisory.exchange.read_roster import read_roster
from advisory.exchange.roster.dry_run import DryRun, compare, fields_of, values_of
from advisory.exchange.roster.roster import ClassChoice, Roster
from advisory.model import Student

ROSTERS = Path(__file__).parent / "rosters"
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SINGLE_FILES = (
    "google-classroom.csv",
    "hostile.csv",
    "infinite-campus.csv",
    "names.txt",
    "powerschool.txt",
    "ragged.csv",
    "sds-student.csv",
    "semicolons.csv",
    "windows-1252.csv",
)
SETS = ("oneroster-1.1", "oneroster-1.1.zip", "oneroster-1.2", "oneroster-1.2.zip")


def read(path: Path, class_id: str | None = None) -> Roster:
    roster = read_roster(path, today=TODAY, class_id=class_id)
    assert isinstance(roster, Roster)
    return roster


def choose(path: Path) -> ClassChoice:
    choice = read_roster(path, today=TODAY)
    assert isinstance(choice, ClassChoice)
    return choice


def student(number: int, given: str = "Omar", family: str = "Tran", **fields: Any) -> Student:
    return Student(id=f"s{number:07d}", created_at=NOW, updated_at=NOW, given_name=given, family_name=family, **fields)


def carry_out(students: Sequence[Student], dry_run: DryRun) -> list[Student]:
    """The caseload after the import, as casework would write it."""
    caseload = {one.id: one for one in students}
    for change in dry_run.changed:
        caseload[change.student.id] = replace(change.student, **values_of(change))
    new = [
        Student(id=f"s{at:07d}", created_at=NOW, updated_at=NOW, **fields_of(row))
        for at, row in enumerate(dry_run.new, start=10_000 + len(caseload))
    ]
    return [*caseload.values(), *new]


def import_twice(roster: Roster, students: Iterable[Student] = ()) -> tuple[list[Student], DryRun]:
    """The caseload after one import, and what a second one would do."""
    held = list(students)
    after = carry_out(held, compare(roster, held))
    return after, compare(roster, after)
