"""Write down a check-in: the student and a line, and a default for everything else."""

from datetime import date
from typing import Any

from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Visibility
from advisory.rules.contact import DEFAULT_KIND, default_counts, refuse_empty, refuse_future, refuse_told_referral

from .caseload import Caseload


def record_check_in(
    caseload: Caseload,
    student_id: str,
    line: str = "",
    *,
    kind: Kind = DEFAULT_KIND,
    happened_on: date | None = None,
    contact_made: bool = True,
    **fields: Any,
) -> CheckIn:
    """Record one check-in, today unless said otherwise; `fields` are CheckIn's.

    Refuses one that says nothing, one that is still to come, and a referral that tells more than the role told.
    """
    today = caseload.today
    happened_on = happened_on or today
    refuse_future(happened_on, today)
    refuse_empty(line, fields.get("tags", ()), kind)
    counts = default_counts(kind, contact_made=contact_made)
    defaults: dict[str, Any] = {
        "visibility": Visibility.PRIVATE,
        "counts_contact": counts.contact,
        "counts_one_to_one": counts.one_to_one,
    }
    with caseload.store.change(f"Check-in: {kind.label}", caseload.now()) as change:
        student = change.need(Student, student_id)
        check_in = change.add(
            CheckIn,
            student=student.id,
            happened_on=happened_on,
            kind=kind,
            line=line,
            contact_made=contact_made,
            **(defaults | fields),
        )
        refuse_told_referral(check_in)
        return check_in
