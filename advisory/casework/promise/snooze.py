"""Snooze a promise until a later day."""

from datetime import date

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp, Snooze
from advisory.model.day_order import show_date
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal

from .keep import open_promise


def snooze_promise(caseload: Caseload, promise_id: str, until: date) -> FollowUp:
    """Give one open promise a later due date, and keep the old one in its record.

    Several snoozes on one day count as one, from the first due date to the last.
    """
    today = caseload.today
    if until <= today:
        raise Refusal(
            f"Choose a day after today to put the promise off to; {show_date(until)} is not (today is {show_date(today)})."
        )
    with caseload.store.change("Promise snoozed", caseload.now()) as change:
        promise = open_promise(change, promise_id)
        change.what = f"{promise_of(promise.owner)} snoozed"
        earlier, was_due_on = promise.snoozed, promise.due_on
        if earlier and earlier[-1].on == today:
            earlier, was_due_on = earlier[:-1], earlier[-1].was_due_on
        snooze = Snooze(on=today, was_due_on=was_due_on, due_on=until)
        return change.put(msgspec.structs.replace(promise, due_on=until, snoozed=(*earlier, snooze)))
