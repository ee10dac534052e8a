"""Change what a pact says: alone while it is a draft, with both once both have agreed."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import Pact
from advisory.rules.pact.life import Yes, refuse_dates, reworded

from .draft import refuse_without_target


def edit_pact(caseload: Caseload, shown: Pact, *, yes: Iterable[Yes] = (), typo: bool = False, **changes: Any) -> Pact:
    """Change some fields of the pact as `shown`; what it said before is kept with it.

    `yes` are the agreements to these very changes; `typo` marks a slip of the fingers that asks nobody again. Raises
    AsksAgain when both have to say yes first, Refusal for a pact that is over and for days that contradict each other, Conflict when somebody else changed it
    meanwhile.
    """
    refuse_dates(*(changes.get(day, getattr(shown, day)) for day in ("start_on", "next_review_on", "target_on")))
    refuse_without_target(changes.get("learning_target", shown.learning_target))
    edited = replace(shown, **changes)
    if edited == shown:
        return shown
    at = caseload.now()
    saved = reworded(shown, edited, at, caseload.today, yes=yes, typo=typo)
    what = "Pact edited" if saved.revision == shown.revision else "Pact changed, and agreed to again"
    with caseload.store.change("Typo in the pact mended" if typo else what, at) as change:
        return change.put(saved, shown=shown)
