"""Take in students who are handed over, with what comes with them, in one change that one undo takes back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import asdict, replace

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import put_new, refuse_taken_number
from advisory.casework.student.unarchive import put_back
from advisory.model import CheckIn, DefensePlan, Evidence, Milestone, Pact, Partnership, Record, Student
from advisory.model.reference import REFERENCES
from advisory.rules.refusal import Refusal
from advisory.rules.season.dating import dated, listed
from advisory.store import Change

from .arrival import OWN, RATED_BEFORE, Arrival, is_without_milestones

NO_CLOCKS = {"counts_contact": False, "counts_one_to_one": False}
"""What another advisor's check-ins count as: yours are still to come, so the student comes up as one you haven't seen."""
_FOREIGN = ("id", "updated_at", "deleted_at", "student")


def take_in(caseload: Caseload, arrivals: Sequence[Arrival], *, returning: bool = False) -> list[Student]:
    """Take in what the arrivals say, and return the students about whom it was news. Who had left stays so unless `returning`.

    All or nothing. Refuses when there is nothing to import.
    """
    news = [one for one in arrivals if is_news(one, returning=returning)]
    if not news:
        raise Refusal("Everything in the file is here already; nothing was imported.")
    with caseload.store.change("Handover imported", caseload.now()) as change:
        return [_take_in(caseload, change, one, returning=returning) for one in news]


def is_news(arrival: Arrival, *, returning: bool = False) -> bool:
    """Whether taking this student in changes anything."""
    here = arrival.here
    is_back = returning and here is not None and not here.is_current
    return here is None or is_back or bool(arrival.new or arrival.rated or arrival.filled)


def _take_in(caseload: Caseload, change: Change, arrival: Arrival, *, returning: bool) -> Student:
    here, ids = arrival.here, dict(arrival.known)
    if here is None:
        student = _add(caseload, change, arrival, ids)
    else:
        student = change.put(replace(change.need(Student, here.id), **arrival.filled))
        if returning and not student.is_current:
            student = put_back(caseload, change, student)
    placed: list[tuple[Record, Record]] = []
    for record in arrival.new:  # kind by kind: a stage move comes after its partnership
        if record.id in ids:
            continue
        added = change.add(
            type(record), **_fields(caseload, record) | _references(record, ids) | {"student": student.id}
        )
        ids[record.id] = added.id
        placed.append((record, added))
    for record, added in placed:  # what refers to its own kind, and what a plan took over
        change.put(_referring(replace(added, **_references(record, ids)), ids))
    for one in arrival.rated:
        pact = change.need(Pact, ids[one.pact])
        change.add(
            Evidence, student=student.id, pact=pact.id, target=pact.learning_target, seen_on=one.on, source=one.source,
            level=one.level, independence=one.independence, seen=RATED_BEFORE,
        )  # fmt: skip
    return student


def _add(caseload: Caseload, change: Change, arrival: Arrival, ids: dict[str, str]) -> Student:
    """A new student. Their partnership of this year is as in the file, if that has one, or else it begins in Rapport."""
    fields = {name: value for name, value in asdict(arrival.student).items() if name not in {*_FOREIGN, *OWN}}
    refuse_taken_number(change, fields["student_number"])
    student = put_new(caseload, change, **fields)
    (begun,) = change.of_student(Partnership, student.id)
    for one in arrival.new:
        if isinstance(one, Partnership) and one.school_year == begun.school_year:
            change.put(replace(begun, stage=one.stage, entered_on=one.entered_on, next_step=one.next_step))
            ids[one.id] = begun.id
    return student


def _fields(caseload: Caseload, record: Record) -> dict[str, Any]:
    """The fields of an arriving record, without its ids."""
    fields = {name: value for name, value in asdict(record).items() if name not in _FOREIGN}
    if isinstance(record, CheckIn):
        fields |= NO_CLOCKS
    if isinstance(record, DefensePlan) and is_without_milestones(record, caseload.today):
        fields["milestones"] = _milestones(caseload, record.held_on)
    return fields


def _referring(record: Record, ids: Mapping[str, str]) -> Record:
    """A plan with the ids that what it took over has here."""
    if not isinstance(record, DefensePlan):
        return record
    taken_over = (replace(one, came_from=ids.get(one.came_from, "")) for one in record.artifacts)
    return replace(record, artifacts=tuple(taken_over))


def _milestones(caseload: Caseload, held_on: date) -> tuple[Milestone, ...]:
    """The milestones of your own list, dated back from the day."""
    usual = listed(caseload.milestones.values(), held_on)
    return dated(usual, held_on, caseload.today, caseload.calendar).milestones


def _references(record: Record, ids: Mapping[str, str]) -> dict[str, Any]:
    """The fields that refer to other records, with the ids those have here; a group is another caseload's."""
    fields: dict[str, Any] = {}
    for field in REFERENCES[type(record)]:
        held = getattr(record, field)
        if field == "group":
            fields[field] = ""
        elif field != "student":
            fields[field] = (
                tuple(ids[one] for one in held if one in ids) if isinstance(held, tuple) else ids.get(held, "")
            )
    return fields
