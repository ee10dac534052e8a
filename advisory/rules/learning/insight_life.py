"""The statuses of a cognitive insight: open, resolved once an attempt has worked, parked and reopened any time."""

from datetime import date

from msgspec.structs import replace

from advisory.model import Attempt, CognitiveInsight
from advisory.model.words import AttemptResult, InsightStatus
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.refusal import Refusal

_WORKED = {AttemptResult.WORKED, AttemptResult.MADE_IT_THEIRS}


def has_worked(insight: CognitiveInsight) -> bool:
    """Whether any attempt worked, or the student made the strategy their own."""
    return any(attempt.result in _WORKED for attempt in insight.attempts)


def new_attempt(strategy: str, result: AttemptResult, note: str, on: date | None, today: date) -> Attempt:
    """A strategy tried today unless another date is given; one not tried yet has no date. Refuses an empty strategy."""
    if not strategy.strip():
        raise Refusal("Which strategy? Type it in a few words, such as “draw both on the same bar”.")
    if on is None and result is not AttemptResult.NOT_TRIED:
        on = today
    return Attempt(strategy=strategy.strip(), result=result, note=note.strip(), on=on)


def with_outcome(attempt: Attempt, result: AttemptResult, note: str, on: date | None, today: date) -> Attempt:
    """The attempt with its result. It is dated today unless it has a date or another one is given."""
    tried_on = None if result is AttemptResult.NOT_TRIED else on or attempt.on or today
    return replace(attempt, result=result, note=note.strip(), on=tried_on)


def refuse_empty_insight(thinking: str, misconception: str) -> None:
    """Refuse an insight without the student's thinking or the specific misconception."""
    if not thinking.strip():
        raise Refusal("How do they think now? One line: “When …, they … because …”.")
    if not misconception.strip():
        raise Refusal("Name the specific misconception: what exactly do they believe?")


def refuse_insight(insight: CognitiveInsight, today: date) -> None:
    """Refuse an insight dated in the future, and one resolved before anything has worked."""
    days = (insight.noticed_on, insight.self_corrects_on, *(attempt.on for attempt in insight.attempts))
    for day in filter(None, days):
        refuse_future(day, today)
    if insight.status is InsightStatus.RESOLVED and not has_worked(insight):
        raise Refusal("To mark it resolved, first record a strategy that worked (worked, or made it theirs).")
