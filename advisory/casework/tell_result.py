"""Tell what came of a strategy."""

from datetime import date

from msgspec.structs import replace

from advisory.model import CognitiveInsight
from advisory.model.words import AttemptResult
from advisory.rules.insight_life import refuse_insight, told
from advisory.rules.refusal import Refusal

from .caseload import Caseload
from .edit_insight import kept_insight


def tell_result(
    caseload: Caseload,
    insight_id: str,
    number: int,
    result: AttemptResult,
    *,
    on: date | None = None,
    note: str = "",
) -> CognitiveInsight:
    """Tell the result of an insight's number-th attempt, counted from 1; the note there was stays unless another is given.

    Refuses an attempt that is not there, a day to come, and to take back the one by which a resolved insight was resolved.
    """
    with caseload.store.change("Result of a strategy told", caseload.now()) as change:
        insight = kept_insight(change, insight_id)
        if not 1 <= number <= len(insight.attempts):
            raise Refusal(f"There is no attempt {number}: this insight has {len(insight.attempts)}.")
        attempts = list(insight.attempts)
        before = attempts[number - 1]
        attempts[number - 1] = told(before, result, note or before.note, on, caseload.today)
        edited = replace(insight, attempts=tuple(attempts))
        refuse_insight(edited, caseload.today)
        return change.put(edited)
