"""Move a record to the trash, where it stays until it is restored."""

from typing import TypeVar

from advisory.caseload.caseload import Caseload
from advisory.model import (
    CheckIn,
    CognitiveInsight,
    DefensePlan,
    Evidence,
    Indicator,
    KnownWell,
    MeetingPattern,
    NoSchoolDay,
    Record,
    Term,
)

R = TypeVar("R", bound=Record)

REMOVED: dict[type[Record], str] = {
    CheckIn: "Check-in deleted",
    KnownWell: "Fact deleted",
    Evidence: "Evidence deleted",
    CognitiveInsight: "Insight deleted",
    Indicator: "Sign deleted",
    DefensePlan: "Plan deleted",
    MeetingPattern: "Advisory period removed",
    Term: "Term removed",
    NoSchoolDay: "Days without school removed",
}
"""The kinds that can be removed one by one, and what undo calls each removal."""


def move_to_trash(caseload: Caseload, kind: type[R], record_id: str) -> R:
    """Move one record to the trash; undo restores it. Raises Missing when there is no such record."""
    with caseload.store.change(REMOVED[kind], caseload.now()) as change:
        return change.remove(change.need(kind, record_id))
