"""Put a promise off."""

from datetime import date

import msgspec

from advisory.model import FollowUp, Snooze
from advisory.rules.refusal import Refusal

from .caseload import Caseload
from .keep_promise import open_promise


def snooze_promise(caseload: Caseload, promise_id: str, until: date) -> FollowUp:
    """Give one open promise a new due date, and keep the old one in its record."""
    today = caseload.today
    if until <= today:
        raise Refusal(
            f"A promise is put off to a day to come, and {until.isoformat()} is not (today is {today.isoformat()})."
        )
    with caseload.store.change("Promise snoozed", caseload.now()) as change:
        promise = open_promise(change, promise_id)
        snooze = Snooze(on=today, was_due_on=promise.due_on, due_on=until)
        return change.put(msgspec.structs.replace(promise, due_on=until, snoozed=(*promise.snoozed, snooze)))
