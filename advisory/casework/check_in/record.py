"""Write down a check-in: the student and a line, and a default for everything else."""

from datetime import date
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Visibility
from advisory.rules.check_in.contact import (
    DEFAULT_KIND,
    default_counts,
    refuse_empty,
    refuse_future,
    refuse_told_referral,
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
    """Record one check-in, today unless said otherwise; `fields` are CheckIn's.

    Refuses one that says nothing, one that is still to come, and a referral that tells more than the role told.
    """
    today = caseload.today
    happened_on = happened_on or today
    refuse_future(happened_on, today)
    refuse_empty(line, fields.get("tags", ()), kind)
    with caseload.store.change(f"Check-in: {kind.label}", caseload.now()) as change:
        return add_check_in(change, student_id, kind, line=line, happened_on=happened_on, **fields)


def add_check_in(change: Change, student_id: str, kind: Kind, *, contact_made: bool = True, **fields: Any) -> CheckIn:
    """One more check-in in a change; who may read it and which clocks it restarts are as usual unless `fields` say it.

    Refuses a referral that tells more than the role told. Raises Missing for a student who is not there.
    """
    counts = default_counts(kind, contact_made=contact_made)
    defaults: dict[str, Any] = {
        "visibility": Visibility.PRIVATE,
        "counts_contact": counts.contact,
        "counts_one_to_one": counts.one_to_one,
    }
    student = change.need(Student, student_id)
    check_in = change.add(CheckIn, student=student.id, kind=kind, contact_made=contact_made, **(defaults | fields))
    refuse_told_referral(check_in)
    return check_in
