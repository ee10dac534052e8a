"""Save a capture line: a check-in for each student, and the promises made to them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.make import add_promise, refuse_promise
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import CheckIn, FollowUp, Student
from advisory.model.words import CheckInState, Kind, NotMadeReason, Party
from advisory.rules.capture.person import one_person
from advisory.rules.capture.reading import PromiseRead, Reading
from advisory.rules.check_in.contact import DEFAULT_KIND, default_kind, refuse_empty, refuse_future
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .record import add_check_in, add_group


class Captured(NamedTuple):
    """What was saved."""

    check_ins: tuple[CheckIn, ...]
    promises: tuple[FollowUp, ...]


def capture(
    caseload: Caseload,
    reading: Reading,
    student_ids: Sequence[str],
    *,
    kind: Kind | None = None,
    contact_made: bool = True,
    not_made_reason: NotMadeReason | None = None,
    promised_to: Sequence[str] | None = None,
) -> Captured:
    """Record what a line says about these students, in one change. Several check-ins form a group.

    A mark in the line counts before the kind and the reason chosen beside it. Each promise is made to each student, or only
    to those in `promised_to`: one for a group is kept with one of them; what the students promise, each promises. A promise without words or tags is recorded without a check-in, since an empty one-to-one would restart a clock.
    Refuses invalid check-ins and promises, minutes or other marks beside a promise alone, which has no field for them, and
    a person whom the student's family does not have.
    """
    students = tuple(dict.fromkeys(student_ids))
    if not students:
        raise Refusal("Whose note is it? Choose at least one student.")
    kind = reading.kind_of(kind)
    not_made_reason = reading.not_made_reason or not_made_reason
    contact_made = contact_made and reading.not_made_reason is None
    person = _named_person(caseload, reading, students)
    chosen = kind or default_kind(len(students))
    promise_alone = _is_promise_alone(reading, kind)
    if promise_alone:
        _refuse_dropped_marks(reading, caseload.today, contact_made=contact_made)
    else:
        refuse_future(reading.happened_on, caseload.today)
        refuse_empty(reading.text, reading.tags, kind or DEFAULT_KIND)
    refuse_promises(reading.promises, chosen, caseload.today)
    what = (
        f"{promise_of(*(one.owner for one in reading.promises))} made" if promise_alone else f"Check-in: {chosen.label}"
    )
    with caseload.store.change(what, caseload.now()) as change:
        check_ins: tuple[CheckIn, ...] = ()
        if not promise_alone:
            made = {"contact_made": contact_made, "not_made_reason": not_made_reason}
            fields = {**note_fields(reading, chosen), **made, "person": person}
            check_ins = _add_check_ins(change, students, chosen, fields)
            end_leave_if_met(change, check_ins, caseload.today)
        promises = add_promises(change, students, reading.promises, check_ins, promised_to=promised_to or students)
        return Captured(check_ins, promises)


def _named_person(caseload: Caseload, reading: Reading, student_ids: Sequence[str]) -> str:
    """The name of the person of the family whom a line names; "" for none. Refuses somebody whom the family does not have."""
    if reading.person is None:
        return ""
    return one_person(reading.person.text, [caseload.store.need(Student, one) for one in student_ids]).name


def _is_promise_alone(reading: Reading, kind: Kind | None) -> bool:
    has_words = reading.text.strip() or reading.tags
    return bool(reading.promises) and not has_words and kind in {None, DEFAULT_KIND}


def _refuse_dropped_marks(reading: Reading, today: date, *, contact_made: bool) -> None:
    """Refuse minutes and other marks on a promise alone, which has no place for them: nothing typed may be lost."""
    kept = Reading(names=reading.names, happened_on=today, text=reading.text, promises=reading.promises)
    if reading != kept or not contact_made:
        raise Refusal(
            "A promise alone can't hold minutes or other marks. Add a few words about what happened, or remove the marks."
        )


def refuse_promises(promises: Sequence[PromiseRead], kind: Kind, today: date) -> None:
    """Refuse promises with a referral, empty promises, and promises due in the past."""
    if kind is Kind.REFERRAL and promises:
        raise Refusal("A referral keeps only the date and the role you told. Write the promise by itself.")
    for promise in promises:
        refuse_promise(promise.text, promise.due_on, today)


_BEGUN_BY = {Kind.FAMILY_CONTACT: Party.FAMILY, Kind.STAFF_CONTACT: Party.STAFF}
"""Who began it where `<` says that “they” did, if that is not the student."""


def note_fields(reading: Reading, kind: Kind) -> dict[str, Any]:
    """The fields of a CheckIn of this kind that a line sets, without its person."""
    return {
        "line": reading.text,
        "happened_on": reading.happened_on,
        "tags": reading.tags,
        "minutes": reading.minutes,
        "medium": reading.medium,
        "visibility": reading.visibility,
        "tone": reading.tone,
        "initiator": _BEGUN_BY.get(kind, Party.STUDENT) if reading.student_started else Party.ADVISOR,
        "state": CheckInState.JOT if reading.is_jot else CheckInState.DONE,
    }


def _add_check_ins(
    change: Change, students: tuple[str, ...], kind: Kind, fields: dict[str, Any]
) -> tuple[CheckIn, ...]:
    if len(students) == 1:
        return (add_check_in(change, students[0], kind, **fields),)
    return add_group(change, kind, [(student, fields) for student in students])


def add_promises(
    change: Change,
    students: Sequence[str],
    promises: Sequence[PromiseRead],
    check_ins: Sequence[CheckIn],
    *,
    promised_to: Sequence[str],
) -> tuple[FollowUp, ...]:
    """Add each promise for each student in `promised_to`, or, where the students promise it, for each of them.

    The student's own check-in is its source.
    """
    sources = {check_in.student: check_in.id for check_in in check_ins}
    return tuple(
        add_promise(
            change,
            student,
            promise.text,
            owner=promise.owner,
            due_on=promise.due_on,
            source=sources.get(student, ""),
        )
        for student in students
        for promise in promises
        if promise.owner is Party.STUDENT or student in promised_to
    )
