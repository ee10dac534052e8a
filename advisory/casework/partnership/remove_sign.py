"""Take out a sign that was noted by mistake."""

from advisory.caseload.caseload import Caseload
from advisory.model import Indicator


def remove_sign(caseload: Caseload, sign_id: str) -> Indicator:
    """Put one sign into the trash; a move that names it still does, and undo brings it back."""
    with caseload.store.change("Sign removed", caseload.now()) as change:
        return change.remove(change.need(Indicator, sign_id))
