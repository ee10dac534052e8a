"""Edit a fact about a student."""

from typing import Any

import msgspec

from advisory.caseload.caseload import Caseload
from advisory.caseload.leaving.leaving import keep_shared
from advisory.casework.whose.going_along import going_along
from advisory.model import KnownWell

from .learn_fact import refuse_fact


def edit_fact(caseload: Caseload, shown: KnownWell, **changes: Any) -> KnownWell:
    """Change some fields of the fact `shown`; with another `student` it is moved to them.

    Refuses as learn_fact does. Raises Conflict if it changed meanwhile.
    """
    text, learned_on = changes.get("text", shown.text).strip(), changes.get("learned_on", shown.learned_on)
    refuse_fact(text, learned_on, caseload.today)
    edited = msgspec.structs.replace(shown, **{**changes, "text": text})
    if edited == shown:
        return shown
    is_moved = edited.student != shown.student
    if is_moved:
        going_along(caseload, shown, edited.student)  # refuses a student in the trash
    with caseload.store.change(
        "Fact moved to another student" if is_moved else "Fact edited", caseload.now()
    ) as change:
        keep_shared(caseload, shown, edited.visibility)
        return change.put(edited, shown=shown)
