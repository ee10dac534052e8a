"""What is in the trash: every deleted record by kind, and a deleted student with their whole file as one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    MeetingPattern,
    NoSchoolDay,
    Pact,
    Record,
    Student,
    Term,
)
from advisory.model.nouns import many
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus

from .caseload import Caseload

LISTED: dict[type[Record], str] = {
    Student: "Students, with all that was written about them",
    CheckIn: "Check-ins",
    FollowUp: "Promises",
    KnownWell: "Facts",
    Evidence: "Evidence",
    CognitiveInsight: "Insights",
    Indicator: "Signs",
    Pact: "Pacts never begun",
    DefensePlan: "Plans of defenses",
    Term: "Terms",
    NoSchoolDay: "Days without school",
    MeetingPattern: "Advisory periods",
}
"""The kinds that the trash lists, in order, and their headings. Others come and go with their student's file only."""
_DAYS = (
    "happened_on",
    "seen_on",
    "noticed_on",
    "learned_on",
    "observed_on",
    "held_on",
    "due_on",
    "start_on",
    "starts_on",
    "left_on",
)


class Gone(NamedTuple):
    """One deleted record."""

    record: Record
    name: str
    """The student's full name, who may be in the trash too; "" for a record about nobody."""
    day: date | None
    """The day that the record is about."""
    deleted_at: datetime
    file: tuple[Record, ...]
    """Of a student: the records that were deleted with them."""


def in_trash(caseload: Caseload) -> list[Gone]:
    """Everything in the trash, kind by kind, of each kind the last deleted first."""
    files: dict[tuple[str, datetime | None], list[Record]] = {}
    for kind in REFERENCES:
        for record in caseload.store.trash(kind):
            files.setdefault((str(getattr(record, "student", "")), record.deleted_at), []).append(record)
    students = caseload.store.trash(Student)
    with_student = {(one.id, one.deleted_at) for one in students}
    names = {one.id: one.full_name for one in students} | caseload.names
    found: list[Gone] = []
    for kind in LISTED:
        gone = [
            Gone(
                record,
                names.get(record.id if isinstance(record, Student) else owner, ""),
                _day_of(record),
                record.deleted_at or record.updated_at,
                tuple(files.get((record.id, record.deleted_at), ())) if isinstance(record, Student) else (),
            )
            for record in _gone(caseload, kind)
            if ((owner := str(getattr(record, "student", ""))), record.deleted_at) not in with_student
        ]
        found += sorted(gone, key=lambda one: (one.deleted_at, one.record.id), reverse=True)
    return found


def counted(records: Sequence[Record]) -> str:
    """`24 check-ins, 3 promises, 1 pact`: how many of each kind, in the order of the files; "nothing else" for none."""
    counts = Counter(type(record) for record in records)
    words = [many(kind, counts[kind]) for kind in REFERENCES if counts[kind]]
    return ", ".join(words) or "nothing else"


def _gone(caseload: Caseload, kind: type[Record]) -> Iterator[Record]:
    yield from caseload.store.trash(kind)
    if kind is Pact:
        yield from (one for one in caseload.store.all(Pact) if one.status is PactStatus.DISCARDED)


def _day_of(record: Record) -> date | None:
    return next((day for name in _DAYS if (day := getattr(record, name, None)) is not None), None)
