"""Correct a promise: its text, its day, an earlier one too, and whose it is."""

from datetime import date

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp
from advisory.model.words import Party
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal

from .keep import open_promise


def edit_promise(caseload: Caseload, shown: FollowUp, *, text: str, due_on: date | None, owner: Party) -> FollowUp:
    """Correct the open promise `shown`. Its day may be any, as it was promised for that day; how often it was put off stays.

    Refuses an empty text, and a promise that is done or dropped. Raises Conflict if it changed meanwhile.
    """
    if not text.strip():
        raise Refusal("What was promised? Type it in a few words.")
    edited = msgspec.structs.replace(shown, text=text.strip(), due_on=due_on, owner=owner)
    if edited == shown:
        return shown
    with caseload.store.change(f"{promise_of(owner)} edited", caseload.now()) as change:
        open_promise(change, shown.id)
        return change.put(edited, shown=shown)
