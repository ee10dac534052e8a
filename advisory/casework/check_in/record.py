"""Record a check-in: a student and a line, with defaults for everything else."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Visibility
from advisory.rules.check_in.contact import (
    DEFAULT_KIND,
    default_counts,
    refuse_detailed_referral,
    refuse_empty,
    refuse_future,
)
from advisory.store import Change


def record_check_in(
    caseload: Caseload,
    student_id: str,
    line: str = "",
    *,
    kind: Kind = DEFAULT_KIND,
    happened_on: date | None = None,
    **fields: Any,
) -> CheckIn:
    """Record one check-in, today by default; `fields` are CheckIn's.

    Refuses an empty one, a future one, and a referral that says more than its day and the role that was told, such as
    counselor.
    """
    today = caseload.today
    happened_on = happened_on or today
    refuse_future(happened_on, today)
    refuse_empty(line, fields.get("tags", ()), kind)
    with caseload.store.change(f"Check-in: {kind.label}", caseload.now()) as change:
        made = add_check_in(change, student_id, kind, line=line, happened_on=happened_on, **fields)
        end_leave_if_met(change, (made,), today)
        return made


def add_check_in(change: Change, student_id: str, kind: Kind, *, contact_made: bool = True, **fields: Any) -> CheckIn:
    """Add a check-in to a change, private and counting as its kind does unless `fields` say otherwise.

    Refuses a referral that says more than its day and the role that was told, such as counselor. Raises Missing for an unknown student.
    """
    counts = default_counts(kind, contact_made=contact_made)
    defaults: dict[str, Any] = {
        "visibility": Visibility.PRIVATE,
        "counts_contact": counts.contact,
        "counts_one_to_one": counts.one_to_one,
    }
    student = change.need(Student, student_id)
    check_in = change.add(CheckIn, student=student.id, kind=kind, contact_made=contact_made, **(defaults | fields))
    refuse_detailed_referral(check_in)
    return check_in


def add_group(change: Change, kind: Kind, entries: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[CheckIn, ...]:
    """Add a check-in for each student with its fields; the id of the first one is the group of all."""
    made: list[CheckIn] = []
    for student_id, fields in entries:
        check_in = add_check_in(change, student_id, kind, group=made[0].id if made else "", **fields)
        made.append(check_in if made else change.put(replace(check_in, group=check_in.id)))
    return tuple(made)
