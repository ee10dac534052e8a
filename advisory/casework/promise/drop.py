"""Drop a promise, and say why."""

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.model import FollowUp
from advisory.model.words import PromiseStatus
from advisory.rules.promise.owner import promise_of
from advisory.rules.refusal import Refusal

from .keep import open_promise


def drop_promise(caseload: Caseload, promise_id: str, why: str) -> FollowUp:
    """Drop one open promise. Refuses without a reason."""
    if not why.strip():
        raise Refusal("Why drop it? Type one line on what changed.")
    with caseload.store.change("Promise dropped", caseload.now()) as change:
        promise = open_promise(change, promise_id)
        change.what = f"{promise_of(promise.owner)} dropped"
        return change.put(msgspec.structs.replace(promise, status=PromiseStatus.DROPPED, dropped_why=why.strip()))
