"""Edit a check-in; it keeps its earlier revisions."""

from datetime import date, datetime
from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import keep_shared
from advisory.casework.whose.going_along import going_along, put_along
from advisory.model import CheckIn, Revision
from advisory.model.words import Kind
from advisory.rules.check_in.contact import default_counts, refuse_detailed_referral, refuse_empty, refuse_future


def edit_check_in(caseload: Caseload, shown: CheckIn, **changes: Any) -> CheckIn:
    """Change some fields of the check-in `shown`. A new kind also sets what it counts as, unless `changes` do.

    Once contact was made, the reason why it was not is cleared. With another `student` it is moved to them, with what
    depends on it (`casework.whose`). Refuses what record_check_in refuses. Raises Conflict if the check-in changed
    meanwhile.
    """
    edited = edited_check_in(shown, changes, caseload.today)
    if edited == shown:
        return shown
    at, is_moved = caseload.now(), edited.student != shown.student
    with caseload.store.change("Check-in moved to another student" if is_moved else "Check-in edited", at) as change:
        keep_shared(caseload, shown, edited.visibility)
        if not is_moved:
            return change.put(revised(shown, edited, at), shown=shown)
        along = going_along(caseload, msgspec.structs.replace(edited, student=shown.student), edited.student)
        edited = msgspec.structs.replace(edited, **along.fields)
        moved = change.put(revised(shown, edited, at), shown=shown)
        put_along(change, along, moved, caseload.today)
        return moved


def edited_check_in(shown: CheckIn, changes: dict[str, Any], today: date) -> CheckIn:
    """The check-in with these changes and what follows from them, such as what a new kind counts as."""
    kind = changes.get("kind", shown.kind)
    made = changes.get("contact_made", shown.contact_made)
    if (kind, made) != (shown.kind, shown.contact_made):
        counts = default_counts(kind, contact_made=made)
        changes = {"counts_contact": counts.contact, "counts_one_to_one": counts.one_to_one, **changes}
    if made:
        changes = {"not_made_reason": None, **changes}
    edited = msgspec.structs.replace(shown, **changes)
    if edited != shown:
        refuse_future(edited.happened_on, today)
        refuse_empty(edited.line, edited.tags, edited.kind)
        refuse_detailed_referral(edited)
    return edited


def revised(shown: CheckIn, edited: CheckIn, at: datetime) -> CheckIn:
    """The edited check-in with one more revision. A referral keeps no earlier words, only the names of the changed fields."""
    changed = [name for name in shown.__struct_fields__ if getattr(edited, name) != getattr(shown, name)]
    if edited.kind is Kind.REFERRAL:
        return msgspec.structs.replace(edited, revisions=(Revision(at=at, was=dict.fromkeys(changed)),))
    was = msgspec.to_builtins({name: getattr(shown, name) for name in changed})
    return msgspec.structs.replace(edited, revisions=(*shown.revisions, Revision(at=at, was=was)))
