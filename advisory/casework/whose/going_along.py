"""What goes along when a record is moved to the student it is really about, what stays behind, and the sentences that say so."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.caseload.group import members_of
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import (
    CheckIn,
    DefensePlan,
    Evidence,
    FollowUp,
    Indicator,
    KnownWell,
    Leave,
    Record,
    StageMove,
    Student,
)
from advisory.model.day_order import show_day
from advisory.model.reference import REFERENCES
from advisory.model.words import Medium
from advisory.rules.refusal import Refusal
from advisory.store import Change

Movable = CheckIn | FollowUp | KnownWell | Evidence
"""The kinds of record that can be moved to another student."""
M = TypeVar("M", CheckIn, FollowUp, KnownWell, Evidence)
R = TypeVar("R", bound=Record)
_LEFT_OUT = {"pact": "pact", "insight": "insight", "source": "note it came from"}
_WITH_PACT = ("target", "success_line")
"""The fields of evidence that mean nothing without its pact."""


class GoingAlong(NamedTuple):
    """What moving one record does besides."""

    fields: Mapping[str, Any]
    """Fields of the record itself that change: references to records of the student it was with."""
    others: tuple[Record, ...]
    """Other records as they become: promises made in it, signs seen in it, moves that named those signs."""
    here_again: tuple[str, date] | None
    """A student and a day on which they are marked as not here again, since only this record said that they were."""
    sentences: tuple[str, ...]
    """What the advisor is told about it."""


def going_along(caseload: Caseload, record: Movable, student_id: str) -> GoingAlong:
    """What goes along, and what is left out, when `record` is moved to this student.

    Promises made in a check-in and signs seen in it go along. A pact, an insight or another note of the student it was
    with is left out, since it stays there. The entry of a group stays one. Refuses a student in the trash, and one who
    is in the same group entry already.
    """
    store = caseload.store
    student = store.need(Student, student_id)
    if student.deleted_at is not None:
        raise Refusal(f"{student.full_name} is in the trash. Bring them back first.")
    was, now = caseload.names.get(record.student, "another student"), caseload.names[student_id]
    fields: dict[str, Any] = {}
    sentences: list[str] = []
    for field in REFERENCES[type(record)]:
        if field not in {"student", "group"} and (left := _left_out(caseload, record, field, student_id)) is not None:
            fields[field] = left
            if not left:
                sentences.append(f"The {_LEFT_OUT[field]} is {was}'s, so it is left out.")
    if isinstance(record, Evidence) and "pact" in fields:
        fields |= dict.fromkeys(_WITH_PACT, "")
    others: list[Record] = list(_plans_without(caseload, record))
    sentences += [f"The defense plan of {was} keeps what it took over from it." for _ in others[:1]]
    here_again = None
    if isinstance(record, CheckIn):
        _refuse_twice_in_group(caseload, record, student_id, now)
        hanging, more = _hanging(caseload, record, student_id)
        others += hanging
        here_again = _was_away(caseload, record)
        sentences += more
        if here_again:
            sentences.append(f"{was} is marked as not here on {show_day(record.happened_on)} again.")
    return GoingAlong(fields, tuple(others), here_again, tuple(sentences))


def put_along(change: Change, along: GoingAlong, moved: Movable, today: date) -> None:
    """Write what goes along, in the change that moves the record."""
    for other in along.others:
        change.put(other)
    if along.here_again is not None:
        student_id, day = along.here_again
        change.add(Leave, student=student_id, starts_on=day, ends_on=day, title="not here")
    if isinstance(moved, CheckIn):
        end_leave_if_met(change, (moved,), today)


def _left_out(caseload: Caseload, record: Movable, field: str, student_id: str) -> str | None:
    """What a reference becomes: "" if it is to another student's record, None if it stays as it is."""
    held = str(getattr(record, field))
    other = _found(caseload, record, field, held)
    if not held or getattr(other, "student", "") == student_id:
        return None
    if isinstance(other, CheckIn):  # a promise to a group: its source is the line of the student it is listed with
        own = [one for one in members_of(caseload, other) if one.student == student_id]
        return own[0].id if own else ""
    return ""


def _found(caseload: Caseload, record: Movable, field: str, held: str) -> Record | None:
    kind = REFERENCES[type(record)][field]
    kinds = [kind] if kind is not None else list(REFERENCES)
    return next((found for one in kinds if (found := caseload.store.get(one, held)) is not None), None)


def _refuse_twice_in_group(caseload: Caseload, check_in: CheckIn, student_id: str, name: str) -> None:
    if any(one.student == student_id for one in members_of(caseload, check_in)):
        raise Refusal(f"{name} is in this group entry too. Change the two lines instead, or delete this one.")


def _hanging(caseload: Caseload, check_in: CheckIn, student_id: str) -> tuple[list[Record], list[str]]:
    """The promises made in a check-in and the signs seen in it, as they become, and what is said about them."""
    promises = [one for one in _of(caseload, FollowUp, check_in.student) if one.source == check_in.id]
    signs = [one for one in _of(caseload, Indicator, check_in.student) if one.check_in == check_in.id]
    gone = {sign.id for sign in signs}
    moves = [one for one in _of(caseload, StageMove, check_in.student) if gone.intersection(one.indicators)]
    sentences = [
        f"{_counted(len(live), noun)} {'goes' if len(live) == 1 else 'go'} along."
        for found, noun in ((promises, "promise made in it"), (signs, "sign seen in it"))
        if (live := [one for one in found if one.deleted_at is None])
    ]
    sentences += [
        f"The move to {move.to_stage.label} on {show_day(move.moved_on)} no longer counts that sign." for move in moves
    ]
    others: list[Record] = [replace(one, student=student_id) for one in (*promises, *signs)]
    others += [replace(one, indicators=tuple(key for key in one.indicators if key not in gone)) for one in moves]
    return others, sentences


def _plans_without(caseload: Caseload, record: Movable) -> Iterator[DefensePlan]:
    """The plans whose artifacts came from this record, and no longer say so: the artifact is a copy, and stays."""
    for plan in _of(caseload, DefensePlan, record.student):
        if any(artifact.came_from == record.id for artifact in plan.artifacts):
            kept = [replace(one, came_from="") if one.came_from == record.id else one for one in plan.artifacts]
            yield replace(plan, artifacts=tuple(kept))


def _counted(count: int, noun: str) -> str:
    first, _, rest = noun.partition(" ")
    return f"{count} {first}{'' if count == 1 else 's'} {rest}"


def _of(caseload: Caseload, kind: type[R], student_id: str) -> Iterator[R]:
    """A student's records of one kind, with those in the trash, which would otherwise come back to the wrong student."""
    yield from caseload.store.of_student(kind, student_id)
    yield from (one for one in caseload.store.trash(kind) if getattr(one, "student", "") == student_id)


def _was_away(caseload: Caseload, check_in: CheckIn) -> tuple[str, date] | None:
    """The student and the day, if this check-in alone took the day out of the days on which they are away."""
    student_id, day, at = check_in.student, check_in.happened_on, check_in.created_at
    if not (check_in.counts_contact and check_in.medium is Medium.IN_PERSON):
        return None
    others = (one for one in caseload.check_ins_on(student_id, day) if one.id != check_in.id)
    if any(one.counts_contact and one.medium is Medium.IN_PERSON for one in others):
        return None
    taken_out = any(leave.updated_at == at for leave in _of(caseload, Leave, student_id))
    return (student_id, day) if taken_out and not caseload.calendar.is_away(student_id, day) else None
