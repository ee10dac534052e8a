"""Mark a promise as done."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp
from advisory.model.words import PromiseStatus
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal
from advisory.store import Change


def keep_promise(caseload: Caseload, promise_id: str) -> FollowUp:
    """Mark one open promise as done today."""
    with caseload.store.change("Promise done", caseload.now()) as change:
        promise = open_promise(change, promise_id)
        change.what = f"{promise_of(promise.owner)} done"
        return change.put(msgspec.structs.replace(promise, status=PromiseStatus.DONE, done_on=caseload.today))


def open_promise(change: Change, promise_id: str) -> FollowUp:
    """The promise, if it is still open. Refuses one that is done or dropped."""
    promise = change.need(FollowUp, promise_id)
    if not promise.is_open:
        raise Refusal(f"This promise is already {promise.status.label}.")
    return promise
