"""Change a check-in; what it said before is kept with it."""

from datetime import datetime
from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import CheckIn, Revision
from advisory.model.words import Kind
from advisory.rules.check_in.contact import default_counts, refuse_empty, refuse_future, refuse_told_referral


def edit_check_in(caseload: Caseload, shown: CheckIn, **changes: Any) -> CheckIn:
    """Change some fields of the check-in as `shown`; a new kind brings its own counting unless told otherwise.

    Once the contact was made, the reason why it was not goes.
    Refuses what may not be recorded either. Raises Conflict when somebody else changed it meanwhile.
    """
    kind = changes.get("kind", shown.kind)
    made = changes.get("contact_made", shown.contact_made)
    if (kind, made) != (shown.kind, shown.contact_made):
        counts = default_counts(kind, contact_made=made)
        changes = {"counts_contact": counts.contact, "counts_one_to_one": counts.one_to_one, **changes}
    if made and not shown.contact_made:
        changes = {"not_made_reason": None, **changes}
    changes = {field: value for field, value in changes.items() if getattr(shown, field) != value}
    if not changes:
        return shown
    edited = msgspec.structs.replace(shown, **changes)
    refuse_future(edited.happened_on, caseload.today)
    refuse_empty(edited.line, edited.tags, edited.kind)
    refuse_told_referral(edited)
    at = caseload.now()
    edited = msgspec.structs.replace(edited, revisions=_revisions(shown, edited, changes, at))
    with caseload.store.change("Check-in edited", at) as change:
        return change.put(edited, shown=shown)


def _revisions(shown: CheckIn, edited: CheckIn, changes: dict[str, Any], at: datetime) -> tuple[Revision, ...]:
    """What it said before. Of what became a referral only which fields changed: it keeps no words (DESIGN §8)."""
    if edited.kind is Kind.REFERRAL:
        return (Revision(at=at, was=dict.fromkeys(changes)),)
    was = msgspec.to_builtins({field: getattr(shown, field) for field in changes})
    return (*shown.revisions, Revision(at=at, was=was))
