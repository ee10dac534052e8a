"""Mark that a student corrects it alone, or used it somewhere else."""

from datetime import date

from msgspec.structs import replace

from advisory.model import CognitiveInsight
from advisory.rules.insight_life import refuse_insight
from advisory.rules.refusal import Refusal

from .caseload import Caseload
from .edit_insight import kept_insight


def mark_self_correcting(caseload: Caseload, insight_id: str, on: date | None = None) -> CognitiveInsight:
    """Since when the student corrects it without help: today unless said otherwise. Refuses a day to come."""
    with caseload.store.change("Corrects it alone", caseload.now()) as change:
        edited = replace(kept_insight(change, insight_id), self_corrects_on=on or caseload.today)
        refuse_insight(edited, caseload.today)
        return change.put(edited)


def mark_transfer(caseload: Caseload, insight_id: str, where: str) -> CognitiveInsight:
    """Where else the student used it. Refuses nowhere."""
    if not where.strip():
        raise Refusal("Where did they use it as well? Type the class or the task.")
    with caseload.store.change("Used it elsewhere as well", caseload.now()) as change:
        return change.put(replace(kept_insight(change, insight_id), transferred_to=where.strip()))
