"""Edit an insight: its words, its attempts and its status."""

from typing import Any

from msgspec.structs import replace

from advisory.caseload.caseload import Caseload
from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.learning.insight_life import refuse_empty_insight, refuse_insight
from advisory.rules.refusal import Refusal
from advisory.store import Change

from .record_evidence import own_pact

_NOW = {
    InsightStatus.OPEN: "Insight reopened",
    InsightStatus.RESOLVED: "Insight resolved",
    InsightStatus.PARKED: "Insight parked",
}


def edit_insight(caseload: Caseload, shown: CognitiveInsight, **changes: Any) -> CognitiveInsight:
    """Change some fields of the insight `shown`, its attempts and status included, in one change.

    Refuses what note_insight refuses, and to resolve it before an attempt has worked. Raises Conflict if it changed
    meanwhile.
    """
    refuse_empty_insight(changes.get("thinking", shown.thinking), changes.get("misconception", shown.misconception))
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
        raise Refusal("This insight was deleted; undo restores it.")
