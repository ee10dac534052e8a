"""Change an insight: its words, its attempts, where it stands."""

from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.learning.insight_life import refuse_insight, refuse_wordless
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .record_evidence import own_pact

_NOW = {
    InsightStatus.OPEN: "Insight reopened",
    InsightStatus.RESOLVED: "Insight resolved",
    InsightStatus.PARKED: "Insight parked",
}


def edit_insight(caseload: Caseload, shown: CognitiveInsight, **changes: Any) -> CognitiveInsight:
    """Change some fields of the insight as `shown`, its attempts and its state among them, in one change.

    Refuses what may not be noted either, and to resolve it before an attempt has worked. Raises Conflict when somebody
    else changed it meanwhile.
    """
    refuse_wordless(changes.get("thinking", shown.thinking), changes.get("misconception", shown.misconception))
    edited = replace(shown, **changes)
    if edited == shown:
        return shown
    refuse_insight(edited, caseload.today)
    what = "Insight edited" if edited.status is shown.status else _NOW[edited.status]
    with caseload.store.change(what, caseload.now()) as change:
        _refuse_deleted(change, shown.id)
        if edited.pact and edited.pact != shown.pact:
            own_pact(change, shown.student, edited.pact)
        return change.put(edited, shown=shown)


def _refuse_deleted(change: Change, insight_id: str) -> None:
    if change.need(CognitiveInsight, insight_id).deleted_at:
        raise Refusal("This insight was deleted; undo brings it back.")
