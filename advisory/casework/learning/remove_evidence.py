"""Take out a piece of evidence."""

from advisory.caseload.caseload import Caseload
from advisory.model import Evidence


def remove_evidence(caseload: Caseload, evidence_id: str) -> Evidence:
    """Put one piece into the trash; undo brings it back."""
    with caseload.store.change("Evidence deleted", caseload.now()) as change:
        return change.remove(change.need(Evidence, evidence_id))
