"""Record what a group did: a check-in for each student who was there, in one change."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from advisory.caseload.caseload import Caseload
from advisory.casework.student.mark_away import end_leave_if_met
from advisory.model import CheckIn
from advisory.model.words import Kind, OwnLine
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.check_in.contact import (
    DEFAULT_KIND,
    GROUP_KIND,
    refuse_empty,
    refuse_future,
    with_own_line,
)
from advisory.rules.refusal import Refusal

from .capture import add_promises, refuse_promises
from .record import add_group

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
    promised_to: Sequence[str] | None = None,
    own_line: OwnLine = OwnLine.AS_ENTRY,
    **fields: Any,
) -> tuple[CheckIn, ...]:
    """Record one check-in per student, today by default; `fields` are CheckIn's and the same for all.

    The text is the line of each check-in. A student with an own line in `lines` (student id → words) gets that line,
    with the text as the body, and counts as `own_line` says. Each of `promises` is made to each student, or only to those in `promised_to`: one for the
    group is kept with one of them; what the students promise, each promises. Refuses no students, no words, a future
    day, a line about a student who was not there, and what record_check_in refuses.
    """
    there = list(dict.fromkeys(student_ids))
    own = {student_id: line for student_id, line in lines.items() if line.strip()}
    happened_on = happened_on or caseload.today
    refuse_future(happened_on, caseload.today)
    _refuse_nobody(caseload, there, own)
    refuse_empty(
        "".join([text, fields.get("topic", ""), *own.values()]),
        fields.get("tags", ()),
        DEFAULT_KIND if kind is GROUP_KIND else kind,
    )
    refuse_promises(promises, kind, caseload.today)
    common = {"happened_on": happened_on, **fields}
    counts = with_own_line(kind, own_line) if fields.get("contact_made", True) else {}
    entries = [
        (student_id, common | _words(text, own.get(student_id)) | (counts if student_id in own else {}))
        for student_id in there
    ]
    with caseload.store.change(f"Group entry: {kind.label}", caseload.now()) as change:
        made = add_group(change, kind, entries)
        end_leave_if_met(change, made, caseload.today)
        add_promises(change, there, promises, made, promised_to=promised_to or there)
        return made


def _words(text: str, own_line: str | None) -> dict[str, str]:
    return {"line": text} if own_line is None else {"line": own_line, "body": text}


def _refuse_nobody(caseload: Caseload, there: list[str], own: Mapping[str, str]) -> None:
    """Refuse an entry without students, and words that would be lost because their student is not ticked."""
    if not there:
        raise Refusal("Nobody is ticked. Who was there?")
    missing = [caseload.names.get(student_id, student_id) for student_id in own if student_id not in there]
    if missing:
        raise Refusal(f"There is a line about {', '.join(missing)}, who is not ticked. Tick them, or clear the line.")
