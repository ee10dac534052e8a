"""The advisor's own dates for a calendar: defenses, milestones, pact reviews and promises. No text of a note is among them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple, Protocol

from advisory.model import DefensePlan, FollowUp, Pact, Record, Student
from advisory.model.defense_words import DefenseOutcome
from advisory.model.words import PactStatus
from advisory.rules.season.plan_life import called, is_upcoming


class OwnDate(NamedTuple):
    """One date. It is for the whole day where `starts` is None. `uid` stays the same when the date or its words change.

    `record_id` is that of the record it is from.
    """

    uid: str
    day: date
    summary: str
    made_at: datetime
    changed_at: datetime
    starts: time | None = None
    minutes: int = 0
    place: str = ""
    record_id: str = ""


class Book(Protocol):
    """Where the records come from."""

    @property
    def today(self) -> date: ...
    @property
    def students(self) -> Sequence[Student]: ...
    @property
    def defenses(self) -> Sequence[DefensePlan]: ...
    @property
    def pacts(self) -> Sequence[Pact]: ...
    @property
    def follow_ups(self) -> Sequence[FollowUp]: ...


def own_dates(book: Book, called_by: Mapping[str, str]) -> list[OwnDate]:
    """From today on, of the current students, in the order of their days. `called_by` is what each student is called there."""
    current = {student.id for student in book.students}
    found = [
        *(one for plan in book.defenses if plan.student in current for one in _of_plan(plan, called_by, book.today)),
        *(_review(pact, called_by) for pact in book.pacts if pact.student in current and _is_reviewed(pact)),
        *(_promise(one, called_by) for one in book.follow_ups if one.student in current and one.is_mine and one.due_on),
    ]
    return sorted(
        (one for one in found if one.day >= book.today), key=lambda one: (one.day, one.starts or time.min, one.uid)
    )


def _of_plan(plan: DefensePlan, called_by: Mapping[str, str], today: date) -> Iterator[OwnDate]:
    """The day itself, and the advisor's open milestones; of one that was postponed neither, until it has a new day."""
    if plan.outcome is DefenseOutcome.POSTPONED:
        return
    who = called_by[plan.student]
    if is_upcoming(plan, today):
        yield OwnDate(
            _uid(plan), plan.held_on, f"{called(plan.type)}: {who}", plan.created_at, plan.updated_at,
            plan.starts, plan.minutes, plan.place.strip(), plan.id,
        )  # fmt: skip
    for one in plan.milestones:
        if one.mine and one.is_open and one.days_before:
            summary = f"{one.label[:1].upper()}{one.label[1:]}: {who}"
            yield _whole_day(plan, one.due_on, summary, one.key)


def _is_reviewed(pact: Pact) -> bool:
    return pact.status is PactStatus.ACTIVE and pact.next_review_on is not None


def _review(pact: Pact, called_by: Mapping[str, str]) -> OwnDate:
    return _whole_day(pact, pact.next_review_on or date.min, f"Pact review: {called_by[pact.student]}")


def _promise(promise: FollowUp, called_by: Mapping[str, str]) -> OwnDate:
    """What was promised stays in the program: it is the text of a note."""
    return _whole_day(promise, promise.due_on or date.min, f"A promise to {called_by[promise.student]}")


def _whole_day(record: Record, day: date, summary: str, part: str = "") -> OwnDate:
    return OwnDate(_uid(record, part), day, summary, record.created_at, record.updated_at, record_id=record.id)


def _uid(record: Record, part: str = "") -> str:
    """The record's id and the instant it was made: no other record of anybody's has both."""
    made = record.created_at.strftime("%Y%m%dT%H%M%S%fZ")
    return "-".join(filter(None, (record.id, part, made))) + "@advisory"
