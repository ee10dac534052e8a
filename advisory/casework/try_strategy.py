"""Add a strategy to an insight, tried or still to be tried."""

from datetime import date

from msgspec.structs import replace

from advisory.model import CognitiveInsight
from advisory.model.words import AttemptResult
from advisory.rules.insight_life import new_attempt, refuse_insight

from .caseload import Caseload
from .edit_insight import kept_insight


def try_strategy(
    caseload: Caseload,
    insight_id: str,
    strategy: str,
    *,
    on: date | None = None,
    result: AttemptResult = AttemptResult.NOT_TRIED,
    note: str = "",
) -> CognitiveInsight:
    """Add one attempt, behind those there are. Refuses one without words, and a day to come."""
    with caseload.store.change("Strategy added to an insight", caseload.now()) as change:
        insight = kept_insight(change, insight_id)
        attempt = new_attempt(strategy, result, note, on, caseload.today)
        tried = replace(insight, attempts=(*insight.attempts, attempt))
        refuse_insight(tried, caseload.today)
        return change.put(tried)
