"""Mark a student as away or here again. School days away count for none of the student's clocks."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Leave, Student
from advisory.model.day_order import show_date
from advisory.model.words import Kind, Medium, Visibility
from advisory.rules.refusal import Refusal
from advisory.store import Change

_DAY = timedelta(days=1)
NOT_HERE = "not here"
LONGEST = 366
"""The most days of one leave; more is a typo, or a student who left."""


def mark_away(caseload: Caseload, student_id: str, starts_on: date, ends_on: date, title: str = NOT_HERE) -> Leave:
    """Record that a student is away from `starts_on` to `ends_on`, both included.

    Refuses an end before the start, more than a year, and days that are all marked already.
    """
    if ends_on < starts_on:
        raise Refusal(f"{show_date(ends_on)} is before {show_date(starts_on)}. Type the first day first.")
    if (ends_on - starts_on).days >= LONGEST:
        raise Refusal(
            f"From {show_date(starts_on)} to {show_date(ends_on)} is more than a year. Archive the student instead."
        )
    with caseload.store.change("Not here", caseload.now()) as change:
        student = change.need(Student, student_id)
        for leave in change.of_student(Leave, student.id):
            if leave.starts_on <= starts_on and ends_on <= leave.ends_on:
                raise Refusal("These days are already marked as not here.")
        return change.add(Leave, student=student.id, starts_on=starts_on, ends_on=ends_on, title=title)


def mark_not_here(caseload: Caseload, student_id: str) -> bool:
    """Record that the student is not here today, and take back today's quick touches; return whether there was one.

    Refuses when a note says that they were seen today: nobody is seen and not here at once.
    """
    today = caseload.today
    seen = [one for one in caseload.check_ins_on(student_id, today) if one.counts_contact]
    noted = next((one for one in seen if _says_more(one)), None)
    if noted is not None:
        raise Refusal(f"Already seen today: {noted.kind.label}. If that is wrong, delete it in the log first.")
    with caseload.store.change("Not here", caseload.now()) as change:
        student = change.need(Student, student_id)
        for touch in seen:
            change.remove(change.need(CheckIn, touch.id))
        change.add(Leave, student=student.id, starts_on=today, ends_on=today, title=NOT_HERE)
    return bool(seen)


def _says_more(seen: CheckIn) -> bool:
    """Whether a check-in holds anything that the key for a quick touch doesn't write, and that would be lost."""
    plain = CheckIn(
        id=seen.id, created_at=seen.created_at, updated_at=seen.updated_at, student=seen.student, kind=Kind.QUICK_TOUCH,
        happened_on=seen.happened_on, counts_contact=True, counts_one_to_one=False, visibility=Visibility.PRIVATE,
    )  # fmt: skip
    return seen != plain


def mark_here(caseload: Caseload, student_id: str, today: date) -> bool:
    """Record that the student is here today after all. The days before and after stay marked as away.

    Quick touches that went to the trash when they were marked as not here come back. Returns whether there was one.
    """
    with caseload.store.change("Here after all", caseload.now()) as change:
        marked_at = {leave.created_at for leave in change.of_student(Leave, student_id) if _covers(leave, today)}
        end_leave(change, student_id, today)
        gone = [
            one
            for one in caseload.store.trash(CheckIn)
            if one.student == student_id and one.happened_on == today and one.deleted_at in marked_at
        ]
        for touch in gone:
            change.restore(touch)
        return bool(gone)


def _covers(leave: Leave, day: date) -> bool:
    return leave.starts_on <= day <= leave.ends_on


def end_leave_if_met(change: Change, check_ins: Iterable[CheckIn], today: date) -> None:
    """Take today out of the days away of everyone who was met in person today: they are here after all."""
    for one in check_ins:
        if one.counts_contact and one.medium is Medium.IN_PERSON and one.happened_on == today:
            end_leave(change, one.student, today)


def end_leave(change: Change, student_id: str, today: date) -> None:
    """Take today out of the days on which the student is marked as away."""
    for leave in change.of_student(Leave, student_id):
        if not _covers(leave, today):
            continue
        before = msgspec.structs.replace(leave, ends_on=today - _DAY) if leave.starts_on < today else None
        after = msgspec.structs.replace(leave, starts_on=today + _DAY) if leave.ends_on > today else None
        if before and after:
            change.add(Leave, student=student_id, starts_on=after.starts_on, ends_on=after.ends_on, title=leave.title)
        kept = before or after
        if kept:
            change.put(kept)
        else:
            change.remove(leave)
