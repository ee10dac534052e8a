"""The life of a cognitive insight: open, until an attempt has worked; parked and reopened as often as one likes."""

from datetime import date

from msgspec.structs import replace

from advisory.model import Attempt, CognitiveInsight
from advisory.model.words import AttemptResult, InsightStatus
from advisory.rules.check_in.contact import refuse_future
from advisory.rules.refusal import Refusal

_WORKED = {AttemptResult.WORKED, AttemptResult.MADE_IT_THEIRS}


def has_worked(insight: CognitiveInsight) -> bool:
    """Whether one of the attempts worked, or was made theirs."""
    return any(attempt.result in _WORKED for attempt in insight.attempts)


def new_attempt(strategy: str, result: AttemptResult, note: str, on: date | None, today: date) -> Attempt:
    """A strategy tried today unless another day is given; one not tried yet has no day. Refuses one of nothing."""
    if not strategy.strip():
        raise Refusal("Which strategy? Type it in a few words, such as “draw both on the same bar”.")
    if on is None and result is not AttemptResult.NOT_TRIED:
        on = today
    return Attempt(strategy=strategy.strip(), result=result, note=note.strip(), on=on)


def told(attempt: Attempt, result: AttemptResult, note: str, on: date | None, today: date) -> Attempt:
    """An attempt with what came of it: tried today, unless it has a day already or another is given."""
    tried_on = None if result is AttemptResult.NOT_TRIED else on or attempt.on or today
    return replace(attempt, result=result, note=note.strip(), on=tried_on)


def refuse_wordless(thinking: str, misconception: str) -> None:
    """Refuse an insight that does not say how the student thinks, or what exactly is taken for true."""
    if not thinking.strip():
        raise Refusal("How do they think now? One line: “When …, they … because …”.")
    if not misconception.strip():
        raise Refusal("Name the specific misconception: what exactly is taken for true?")


def refuse_insight(insight: CognitiveInsight, today: date) -> None:
    """Refuse an insight of a day to come, or one resolved before anything has worked."""
    days = (insight.noticed_on, insight.self_corrects_on, *(attempt.on for attempt in insight.attempts))
    for day in filter(None, days):
        refuse_future(day, today)
    if insight.status is InsightStatus.RESOLVED and not has_worked(insight):
        raise Refusal(
            "Resolved needs an attempt that worked: tell first what came of a strategy (worked, or made it theirs)."
        )
