"""What comes with one student who is handed over, and what of it is here already. Nothing is written here."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol, TypeVar

from msgspec.structs import asdict, replace

from advisory.caseload.caseload import Caseload
from advisory.casework.student.joined import joined
from advisory.model import DefensePlan, Evidence, Pact, Partnership, Record, Student
from advisory.model.day_order import show_day
from advisory.model.reference import REFERENCES
from advisory.model.words import PactStatus, Status
from advisory.rules.leaving.leaving import Rated
from advisory.rules.pact.life import paused
from advisory.rules.season.plan_life import is_upcoming

R = TypeVar("R", bound=Record)

RATED_BEFORE = "rated by the advisor before, whose words stayed with them"
"""What a piece of evidence says if only its rating was handed over."""
OWN: Mapping[str, Any] = {
    "status": Status.ACTIVE,
    "left_on": None,
    "joined_on": None,
    "focal": False,
    "focal_why": "",
    "focal_since": None,
    "contact_every": None,
}
"""The fields that each advisor keeps for their own caseload, with the values they begin with."""
_ITS_OWN = frozenset(
    ("id", "created_at", "updated_at", "student", *(name for kind in REFERENCES.values() for name in kind))
)
"""The fields that differ from folder to folder: ids, and when something was written there."""


class Handed(Protocol):
    """A student as a handover file has them. The ids are the file's own."""

    @property
    def student(self) -> Student: ...
    @property
    def records(self) -> tuple[Record, ...]: ...
    @property
    def rated(self) -> tuple[Rated, ...]: ...


class Arrival(NamedTuple):
    """One student of a file, and what taking them in would do."""

    student: Student
    """As the file has them."""
    here: Student | None
    """The same student here; None if they are new."""
    new: tuple[Record, ...]
    """What comes, with the ids of the file."""
    rated: tuple[Rated, ...]
    """The ratings that come, with the pacts' ids of the file."""
    known: Mapping[str, str]
    """Id in the file → id here, of what is here already."""
    filled: Mapping[str, Any]
    """The fields of the student here that were empty, and what the file says."""
    notes: tuple[str, ...]
    """What comes differently from what the file says, or not at all, in sentences."""


def arrival_of(caseload: Caseload, handed: Handed, here: Student | None) -> Arrival:
    """What comes with a student, who is `here` already or new. What is here stays as it is; nothing comes twice."""
    known: dict[str, str] = {}
    new: list[Record] = []
    notes: list[str] = []
    for kind in REFERENCES:
        coming = [record for record in handed.records if type(record) is kind]
        if here is not None:
            same = _same(coming, list(_all_of(caseload, kind, here.id)))
            known |= same
            coming = [record for record in coming if record.id not in same]
        new += coming
    if here is not None:
        new = [one for one in (_beside(caseload, here, record, notes) for record in new) if one is not None]
        notes += [*_partnerships(caseload, here, handed.records), *_otherwise(caseload, handed.records, known)]
    for record in new:
        if isinstance(record, DefensePlan) and is_without_milestones(record, caseload.today):
            notes.append(f"The {_day_ahead(record, caseload.today)} gets the milestones of your own list.")
    student = replace(handed.student, **OWN)
    filled, told = _filled(caseload, student, here)
    rated = _new_ratings(caseload, handed.rated, known)
    return Arrival(student, here, tuple(new), rated, known, filled, (*notes, *told))


def _all_of(caseload: Caseload, kind: type[R], student_id: str) -> Iterator[R]:
    """A student's records of one kind, with those in the trash: what was deleted here doesn't come again."""
    yield from caseload.store.of_student(kind, student_id)
    yield from (one for one in caseload.store.trash(kind) if getattr(one, "student", "") == student_id)


def _same(coming: Sequence[Record], present: Sequence[Record]) -> dict[str, str]:
    """Id in the file → id here: of one kind, the records that are the same, though one was changed since.

    A partnership is the one of its year. Others were written at the same instant; of several written then, those that are
    most alike are the same.
    """
    years = {one.school_year: one.id for one in present if isinstance(one, Partnership) and not one.deleted_at}
    if years:
        return {one.id: years[year] for one in coming if (year := getattr(one, "school_year", None)) in years}
    at: defaultdict[datetime, list[Record]] = defaultdict(list)
    for record in present:
        at[record.created_at].append(record)
    likely = [(_alike(one, other), one.id, other.id) for one in coming for other in at[one.created_at]]
    same: dict[str, str] = {}
    for _, coming_id, present_id in sorted(likely, key=lambda each: (-each[0], each[1:])):
        if coming_id not in same and present_id not in same.values():
            same[coming_id] = present_id
    return same


def _alike(one: Record, other: Record) -> int:
    """In how many fields two records are the same, not counting those that differ from folder to folder."""
    theirs = asdict(other)
    return sum(value == theirs[name] for name, value in asdict(one).items() if name not in _ITS_OWN)


def _beside(caseload: Caseload, here: Student, record: Record, notes: list[str]) -> Record | None:
    """The record as it can be added to what the student has here; None if it can't be."""
    store, today = caseload.store, caseload.today
    match record:
        case Pact(status=PactStatus.ACTIVE) if _has_active(store.of_student(Pact, here.id)):
            notes.append(f"The pact “{record.called}” comes as paused, since another one is active here.")
            return paused(record)
        case DefensePlan(type=kind) if is_upcoming(record, today):
            if any(one.type is kind and is_upcoming(one, today) for one in store.of_student(DefensePlan, here.id)):
                notes.append(f"The {_day_ahead(record, today)} is left out, since one is planned here.")
                return None
    return record


def is_without_milestones(plan: DefensePlan, today: date) -> bool:
    """Whether a plan for a day to come arrives without its milestones, which stay with the advisor who planned it."""
    return not plan.milestones and is_upcoming(plan, today)


def _day_ahead(plan: DefensePlan, today: date) -> str:
    return f"{plan.type.label} on {show_day(plan.held_on, year=plan.held_on.year != today.year)}"


def _has_active(pacts: Iterable[Pact]) -> bool:
    return any(pact.status is PactStatus.ACTIVE for pact in pacts)


def _partnerships(caseload: Caseload, here: Student, records: Iterable[Record]) -> Iterator[str]:
    """What to tell about a partnership that is here already and has another stage in the file: a stage never moves by itself."""
    ours = {one.school_year: one for one in caseload.store.of_student(Partnership, here.id)}
    for theirs in records:
        if isinstance(theirs, Partnership) and (one := ours.get(theirs.school_year)) and one.stage is not theirs.stage:
            yield f"Their partnership was in {theirs.stage.label}; yours stays in {one.stage.label}."


def _otherwise(caseload: Caseload, records: Iterable[Record], known: Mapping[str, str]) -> Iterator[str]:
    """What to tell about a pact that is here already and differs from the file: yours stays."""
    for theirs in records:
        ours = caseload.store.get(Pact, known.get(theirs.id, "")) if isinstance(theirs, Pact) else None
        if ours is not None and isinstance(theirs, Pact) and _state(ours) != _state(theirs):
            yield f"The pact “{ours.called}” is {_state(theirs)} in the file; yours stays as it is, {_state(ours)}."


def _state(pact: Pact) -> str:
    """`active, 2 of 3 met, done on 7 days`."""
    days = sum(len(one.kept) for one in (*pact.student_commitments, *pact.advisor_commitments))
    met = f"{pact.success_met} of {len(pact.success_evidence)} met"
    return f"{pact.status.label}, {met}, done on {days} day{'' if days == 1 else 's'}"


def _filled(caseload: Caseload, student: Student, here: Student | None) -> tuple[dict[str, Any], list[str]]:
    """The fields of the student here that the file fills in, and sentences about them."""
    if here is None:
        return {}, []
    number = student.student_number
    if any(one.student_number == number for one in caseload.store.all(Student)):
        student = replace(student, student_number=here.student_number)
    both = joined(here, student)
    fields = {name: value for name, value in both.fields.items() if name not in OWN and value != getattr(here, name)}
    left_out = [one for one in both.left_out if not one.startswith("status ")]
    told = [
        f"Filled in: {', '.join(both.taken)}." if both.taken else "",
        f"Yours stays, where the file has another: {', '.join(left_out)}." if left_out else "",
    ]
    return fields, list(filter(None, told))


def _new_ratings(caseload: Caseload, rated: Sequence[Rated], known: Mapping[str, str]) -> tuple[Rated, ...]:
    """The ratings that aren't here yet: of several alike, as many as there are more in the file."""
    there: Counter[tuple[object, ...]] = Counter()
    with_words = set(known.values())
    for pact_id in {known[one.pact] for one in rated if one.pact in known}:
        for piece in _all_of(caseload, Evidence, caseload.store.need(Pact, pact_id).student):
            if piece.pact == pact_id and piece.id not in with_words:
                there[pact_id, piece.seen_on, piece.source, piece.level, piece.independence] += 1
    new = []
    for one in rated:
        key = known.get(one.pact), one.on, one.source, one.level, one.independence
        if there[key]:
            there[key] -= 1
        else:
            new.append(one)
    return tuple(new)
