"""Check the records of a handover file beyond their types: whose they are, what they refer to, and when they were made."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisory.exchange.file.error import FileError
from advisory.exchange.file.excerpt import excerpt
from advisory.model import Pact, Partnership, Record, Student
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus

from .handover import Handed

Placed = tuple[str, Record]
"""A record, and its place in words."""
_LIVED = (
    "happened_on",
    "seen_on",
    "noticed_on",
    "learned_on",
    "observed_on",
    "moved_on",
    "entered_on",
    "written_on",
    "closed_on",
    "feedback_on",
    "done_on",
)
"""The fields that hold a day on which something happened, which can't be in the future."""
_ANYWHERE_ON_EARTH = timedelta(days=1)
"""It may already be tomorrow in the time zone where the file was written."""


def refuse_unsound(place: str, student: Student, placed: Sequence[Placed], today: date) -> None:
    """Raise FileError for a record of somebody else, an id given twice, a reference to nothing, a day still to come, two active pacts."""
    kinds: dict[str, type[Record]] = {}
    for here, record in placed:
        if record.id in kinds or record.id == student.id:
            raise FileError(f"{here}: the id {excerpt(record.id)} is there twice.")
        kinds[record.id] = type(record)
    for here, record in ((place, student), *placed):
        if not record.id.strip():
            raise FileError(f"{here}: id is “{excerpt(record.id)}”; it must be a text that is not empty.")
        if record.deleted_at is not None:
            raise FileError(f"{here}: deleted_at is {record.deleted_at.date()}; what was deleted isn't handed over.")
        for field, day in _days(record):
            if day > today + _ANYWHERE_ON_EARTH:
                raise FileError(f"{here}: {field} is {day}, which is still to come.")
    for here, record in placed:
        _refuse_reference(here, record, student, kinds)
    _refuse_one_too_many(placed)


def refuse_twice(name: str, students: Sequence[Handed]) -> None:
    """Raise FileError for two students with one id or one student number."""
    for field in ("id", "student_number"):
        seen: dict[str, Student] = {}
        for one in (handed.student for handed in students):
            value = getattr(one, field)
            if value and value in seen:
                both = f"{excerpt(seen[value].full_name)} and {excerpt(one.full_name)}"
                raise FileError(f"{name}: {both} have the same {field.replace('_', ' ')}, {excerpt(value)}.")
            seen[value] = one


def _days(record: Record) -> Iterator[tuple[str, date]]:
    for field in _LIVED:
        if (day := getattr(record, field, None)) is not None:
            yield field, day


def _refuse_reference(here: str, record: Record, student: Student, kinds: dict[str, type[Record]]) -> None:
    for field, to in REFERENCES[type(record)].items():
        value = getattr(record, field)
        for held in value if isinstance(value, tuple) else (value,):
            if field == "student":
                if held != student.id:
                    raise FileError(
                        f"{here}: student is {excerpt(held)}, and the student has the id {excerpt(student.id)}."
                    )
            elif held and field != "group" and kinds.get(held) not in ({to} if to else set(kinds.values())):
                noun = to.noun if to else "record"
                raise FileError(f"{here}: {field} is {excerpt(held)}, and the file has no such {noun} of this student.")


def _refuse_one_too_many(placed: Sequence[Placed]) -> None:
    active, years = False, set[int]()
    for here, record in placed:
        if isinstance(record, Pact) and record.status is PactStatus.ACTIVE:
            if active:
                raise FileError(f"{here}: status is active, and another pact of this student is active too.")
            active = True
        if isinstance(record, Partnership):
            if record.school_year in years:
                raise FileError(f"{here}: school_year is {record.school_year}, and there is another one of that year.")
            years.add(record.school_year)
