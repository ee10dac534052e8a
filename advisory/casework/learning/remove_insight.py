"""Take out an insight."""

from advisory.caseload.caseload import Caseload
from advisory.model import CognitiveInsight


def remove_insight(caseload: Caseload, insight_id: str) -> CognitiveInsight:
    """Put one insight into the trash; undo brings it back."""
    with caseload.store.change("Insight deleted", caseload.now()) as change:
        return change.remove(change.need(CognitiveInsight, insight_id))
