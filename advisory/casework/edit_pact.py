"""Change a pact that nobody has agreed to yet."""

from typing import Any

import msgspec

from advisory.model import Pact
from advisory.model.words import PactStatus
from advisory.rules.refusal import Refusal

from .caseload import Caseload
from .draft_pact import refuse_without_target


def edit_pact(caseload: Caseload, shown: Pact, **changes: Any) -> Pact:
    """Change some fields of the draft as `shown`. Refuses a pact that was agreed: changing one asks both again.

    Raises Conflict when somebody else changed it meanwhile.
    """
    refuse_agreed(shown)
    edited = msgspec.structs.replace(shown, **changes)
    refuse_without_target(edited.learning_target)
    if edited == shown:
        return shown
    with caseload.store.change("Pact edited", caseload.now()) as change:
        return change.put(edited, shown=shown)


def refuse_agreed(pact: Pact) -> None:
    """What two have agreed is not changed by one."""
    if pact.status not in {PactStatus.DRAFT, PactStatus.PROPOSED}:
        raise Refusal(
            f"This pact is {pact.status.label}: what two have agreed is not changed by one. P drafts a new one."
        )
