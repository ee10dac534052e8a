"""Record that a student leaves the caseload for good, or is on leave and stays in it."""

from datetime import date, timedelta

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import Leave, Student
from advisory.model.day_order import show_date
from advisory.model.words import Status
from advisory.rules.refusal import Refusal
from advisory.store import Change

LEAVING = (Status.TRANSFERRED, Status.GRADUATED, Status.ON_LEAVE, Status.ARCHIVED)
"""The ways to leave."""


def archive_student(
    caseload: Caseload, student_id: str, status: Status = Status.ARCHIVED, *, since: date | None = None
) -> Student:
    """Mark a student as archived, transferred, graduated or on leave, since today by default; their records stay.

    One who is on leave stays in the caseload, with their clocks standing still since that day. Refuses one who has left,
    one who is on leave already, a day still to come, and one before they joined.
    """
    with caseload.store.change(f"Student {status.label}", caseload.now()) as change:
        return put_aside(caseload, change, change.need(Student, student_id), status, since=since)


def put_aside(
    caseload: Caseload, change: Change, student: Student, status: Status, *, since: date | None = None
) -> Student:
    """Mark a student as having left, or as on leave, inside a change. Refuses as archive_student does."""
    if not student.is_current:
        raise Refusal(f"{student.full_name} has already left the caseload ({student.status.label}).")
    if student.status is status:
        raise Refusal(f"{student.full_name} is {status.label} already.")
    if since is not None:
        _refuse_day(student, since, caseload.today)
    left_on = since or max(caseload.today, student.joined_on or caseload.today)
    end_open_leave(change, student, left_on)
    return change.put(msgspec.structs.replace(student, status=status, left_on=left_on))


def _refuse_day(student: Student, since: date, today: date) -> None:
    if since > today:
        raise Refusal(
            f"{show_date(since)} is still to come (today is {show_date(today)}). Choose today or an earlier day."
        )
    if student.joined_on is not None and since < student.joined_on:
        raise Refusal(f"{student.full_name} joined on {show_date(student.joined_on)}. Choose that day or a later one.")


def end_open_leave(change: Change, student: Student, until: date) -> None:
    """Record the days of a leave that ends before `until`, so that they never count for the student's clocks."""
    if student.status is Status.ON_LEAVE and student.left_on is not None and student.left_on < until:
        last = until - timedelta(days=1)
        change.add(Leave, student=student.id, starts_on=student.left_on, ends_on=last, title=Status.ON_LEAVE.label)
