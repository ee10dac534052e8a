"""Carry open promises on into the new year."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.casework.promise.keep import open_promise
from advisory.model import FollowUp, Snooze
from advisory.model.day_order import show_date
from advisory.rules.refusal import Refusal


def carry_on(caseload: Caseload, promise_ids: Iterable[str], until: date) -> list[FollowUp]:
    """Make the open promises due on a day of the new year, in one change; the old day is kept in each record."""
    today, ids = caseload.today, list(promise_ids)
    if until <= today:
        raise Refusal(f"Choose a day after today to carry promises on to; {show_date(until)} is not.")
    if not ids:
        return []
    with caseload.store.change("Promises carried on", caseload.now()) as change:
        if len(ids) == 1:
            change.what = "Promise carried on"
        carried = []
        for promise_id in ids:
            promise = open_promise(change, promise_id)
            snooze = Snooze(on=today, was_due_on=promise.due_on, due_on=until)
            carried.append(change.put(replace(promise, due_on=until, snoozed=(*promise.snoozed, snooze))))
        return carried
