"""Record that several students leave, all in the same way."""

from collections.abc import Iterable
from datetime import date

from advisory.caseload.caseload import Caseload
from advisory.casework.student.archive import put_aside
from advisory.model import Student
from advisory.model.words import Status
from advisory.rules.refusal import Refusal

WAYS = (Status.GRADUATED, Status.TRANSFERRED, Status.ARCHIVED)
"""The ways to leave for good."""


def leave(
    caseload: Caseload, student_ids: Iterable[str], status: Status, *, since: date | None = None
) -> list[Student]:
    """Mark the students as left for good, in one change; everything written about them stays.

    All or nothing: refuses if one of them has left already, on a day still to come, and on one before they joined.
    """
    if status not in WAYS:
        raise Refusal("At the end of the year students graduate, transfer, or are archived; choose one of the three.")
    ids = list(dict.fromkeys(student_ids))
    if not ids:
        raise Refusal("Who leaves? Name one student or more.")
    with caseload.store.change(f"Students {status.label}", caseload.now()) as change:
        if len(ids) == 1:
            change.what = f"Student {status.label}"
        return [put_aside(caseload, change, change.need(Student, one), status, since=since) for one in ids]
