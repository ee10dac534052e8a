"""Edit a piece of evidence."""

from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import keep_shared
from advisory.casework.whose.going_along import going_along, put_along
from advisory.model import Evidence

from .record_evidence import refuse_evidence, target_of


def edit_evidence(caseload: Caseload, shown: Evidence, **changes: Any) -> Evidence:
    """Change some fields of the piece `shown`. A new pact or day also sets the target as worded on that day.

    With another `student` it is moved to them, without the pact of the one it was with. Refuses what record_evidence
    refuses. Raises Conflict if the piece changed meanwhile.
    """
    refuse_evidence(changes.get("seen", shown.seen), changes.get("seen_on", shown.seen_on), caseload.today)
    edited = replace(shown, **changes)
    if edited == shown:
        return shown
    is_moved = edited.student != shown.student
    what = "Evidence moved to another student" if is_moved else "Evidence edited"
    with caseload.store.change(what, caseload.now()) as change:
        keep_shared(caseload, shown, edited.visibility)
        if is_moved:
            along = going_along(caseload, replace(edited, student=shown.student), edited.student)
            edited = replace(edited, **along.fields)
            put_along(change, along, edited, caseload.today)
        if any(getattr(edited, field) != getattr(shown, field) for field in ("pact", "success_line", "seen_on")):
            line = (
                "" if edited.success_line == shown.success_line and edited.pact == shown.pact else edited.success_line
            )
            edited = replace(edited, target=target_of(change, edited.student, edited.pact, line, edited.seen_on))
        return change.put(edited, shown=shown)
