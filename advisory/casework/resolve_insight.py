"""Resolve an insight, park it, or open it again."""

from msgspec.structs import replace

from advisory.model import CognitiveInsight
from advisory.model.words import InsightStatus
from advisory.rules.insight_life import refuse_insight
from advisory.rules.refusal import Refusal

from .caseload import Caseload
from .edit_insight import kept_insight


def resolve_insight(caseload: Caseload, insight_id: str) -> CognitiveInsight:
    """Mark an insight as resolved. Refuses it before an attempt has worked, or was made theirs."""
    return _stand(caseload, insight_id, InsightStatus.RESOLVED, "Insight resolved")


def park_insight(caseload: Caseload, insight_id: str) -> CognitiveInsight:
    """Put an open insight aside for now. Refuses a resolved one."""
    return _stand(caseload, insight_id, InsightStatus.PARKED, "Insight parked")


def reopen_insight(caseload: Caseload, insight_id: str) -> CognitiveInsight:
    """Open an insight again that was resolved or parked."""
    return _stand(caseload, insight_id, InsightStatus.OPEN, "Insight reopened")


def _stand(caseload: Caseload, insight_id: str, status: InsightStatus, what: str) -> CognitiveInsight:
    with caseload.store.change(what, caseload.now()) as change:
        insight = kept_insight(change, insight_id)
        if insight.status is status:
            raise Refusal(f"This insight is {status.label} already.")
        if insight.status is InsightStatus.RESOLVED and status is InsightStatus.PARKED:
            raise Refusal("This insight is resolved: open it again first.")
        edited = replace(insight, status=status)
        refuse_insight(edited, caseload.today)
        return change.put(edited)
