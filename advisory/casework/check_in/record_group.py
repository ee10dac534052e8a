"""Write down what was done together: a check-in for each student who was there, as one change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Student
from advisory.model.words import Kind, Visibility
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.check_in.contact import (
    DEFAULT_KIND,
    GROUP_KIND,
    default_counts,
    refuse_empty,
    refuse_future,
    refuse_told_referral,
)
from advisory.rules.refusal import Refusal

from .capture import add_promises, refuse_promises

_NO_LINES: Mapping[str, str] = {}


def record_group(
    caseload: Caseload,
    *,
    text: str,
    student_ids: Iterable[str],
    lines: Mapping[str, str] = _NO_LINES,
    kind: Kind = GROUP_KIND,
    happened_on: date | None = None,
    promises: Sequence[PromiseRead] = (),
    **fields: Any,
) -> tuple[CheckIn, ...]:
    """Record one check-in a student, today unless said otherwise; `fields` are CheckIn's and the same for all.

    Each of `promises` is made to each student. Who has a line in `lines` (student id → words) gets it as the line and the common text as the body, the others the
    text as their line. `group` is the id of the first one's record on all of them. Refuses nobody, nothing said, a day
    to come, a line about somebody who was not there, and what may not be recorded of one student either.
    """
    there = list(dict.fromkeys(student_ids))
    own = {student_id: line for student_id, line in lines.items() if line.strip()}
    happened_on = happened_on or caseload.today
    refuse_future(happened_on, caseload.today)
    _refuse_nobody(caseload, there, own)
    refuse_empty("".join([text, *own.values()]), fields.get("tags", ()), DEFAULT_KIND if kind is GROUP_KIND else kind)
    refuse_promises(promises, kind, caseload.today)
    counts = default_counts(kind)
    common: dict[str, Any] = {
        "visibility": Visibility.PRIVATE,
        "counts_contact": counts.contact,
        "counts_one_to_one": counts.one_to_one,
        **fields,
    }
    made: list[CheckIn] = []
    with caseload.store.change(f"Group entry: {kind.label}", caseload.now()) as change:
        for student_id in there:
            line = own.get(student_id)
            words = {"line": text} if line is None else {"line": line, "body": text}
            check_in = change.add(
                CheckIn,
                student=change.need(Student, student_id).id,
                happened_on=happened_on,
                kind=kind,
                group=made[0].id if made else "",
                **(common | words),
            )
            refuse_told_referral(check_in)
            made.append(check_in if made else change.put(replace(check_in, group=check_in.id)))
        add_promises(change, there, promises, made)
    return tuple(made)


def _refuse_nobody(caseload: Caseload, there: list[str], own: Mapping[str, str]) -> None:
    """Refuse an entry about nobody, and words that would be lost because their student is not ticked."""
    if not there:
        raise Refusal("Nobody is ticked: who was there?")
    missing = [caseload.names.get(student_id, student_id) for student_id in own if student_id not in there]
    if missing:
        raise Refusal(f"There is a line about {', '.join(missing)}, who is not ticked: tick them, or empty the line.")
