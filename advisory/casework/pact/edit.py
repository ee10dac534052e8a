"""Edit a pact; once both have agreed to it, both must agree to new wording."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import Yes, refuse_dates, reworded

from .draft import refuse_without_target


def edit_pact(caseload: Caseload, shown: Pact, *, yes: Iterable[Yes] = (), typo: bool = False, **changes: Any) -> Pact:
    """Change some fields of the pact `shown`; it keeps its earlier wording as revisions.

    `yes` are the agreements to these changes; `typo` means a corrected typo, which needs no agreement. Raises
    NeedsAgreement when both must agree to the changes first, and Conflict if the pact changed meanwhile. Refuses a pact
    that is over, and dates that contradict each other.
    """
    refuse_dates(*(changes.get(day, getattr(shown, day)) for day in ("start_on", "next_review_on", "target_on")))
    refuse_without_target(changes.get("learning_target", shown.learning_target))
    edited = replace(shown, **changes)
    if edited == shown:
        return shown
    at = caseload.now()
    saved = reworded(shown, edited, at, caseload.today, yes=yes, typo=typo)
    what = "Pact edited" if saved.revision == shown.revision else "Pact changed, and agreed to again"
    with caseload.store.change("Typo in the pact fixed" if typo else what, at) as change:
        return change.put(saved, shown=shown)
