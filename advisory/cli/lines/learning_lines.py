"""A student's evidence, insights and facts in lines."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import facts_of
from advisory.model import CognitiveInsight, Evidence, KnownWell
from advisory.model.day_order import show_date
from advisory.rules.learning.trend import (
    Trend,
    bars,
    by_target,
    derive_trend,
    describe_piece,
    describe_steps,
    independence,
    levels,
    numbers,
)

LAST = 3
"""How many pieces of evidence are listed for each target; the trend counts all of them."""


def learned_lines(caseload: Caseload, student_id: str) -> Iterator[str]:
    """The evidence of each target with its trend, the insights, and the facts that are not sensitive."""
    targets = by_target(caseload.store.of_student(Evidence, student_id))
    for key, pieces in sorted(
        targets.items(), key=lambda target: (bool(target[0]), target[1][-1].seen_on), reverse=True
    ):
        yield f"evidence of {derive_trend(pieces).target if key else 'no target'}:"
        yield from (f"  {line}" for line in (trend_lines(derive_trend(pieces)) if key else ()))
        yield from (f"  {_piece(piece)}" for piece in reversed(pieces[-LAST:]))
    insights = caseload.store.of_student(CognitiveInsight, student_id)
    if insights:
        yield "how they think:"
        yield from (f"  {_insight(one)}" for one in sorted(insights, key=_newest, reverse=True))
    known = known_facts(caseload, student_id)
    if known:
        yield "known:"
        yield from (
            f"  {fact.facet.label}: {fact.text} ({fact.how.label}, {show_date(fact.learned_on)})" for fact in known
        )


def trend_lines(trend: Trend) -> Iterator[str]:
    """How far along a target is, in bars, numbers and words, and how independently; a line is left out if nothing was noted."""
    if bars(trend):
        yield f"{bars(trend)} {numbers(trend)} · {describe_steps(levels(trend))}"
    if independence(trend):
        yield describe_steps(independence(trend))


def known_facts(caseload: Caseload, student_id: str) -> list[KnownWell]:
    """The facts about a student, newest first, without the sensitive ones: only `known NAME --sensitive` shows those."""
    return [fact for fact in facts_of(caseload, student_id) if not fact.sensitive]


def last_try(insight: CognitiveInsight) -> str:
    """The strategy tried last, and what came of it."""
    if not insight.attempts:
        return "nothing tried yet"
    last = insight.attempts[-1]
    return f"{last.result.label}: {last.strategy}"


def _piece(piece: Evidence) -> str:
    facts = ", ".join([piece.source.label, *describe_piece(piece)])
    return f"{show_date(piece.seen_on):12}  {facts}  {' ↵ '.join(piece.seen.splitlines())} [{piece.id}]"


def _insight(insight: CognitiveInsight) -> str:
    text = f"{show_date(insight.noticed_on):12}  {insight.status.label}: {insight.misconception} · {last_try(insight)}"
    return f"{' ↵ '.join(text.splitlines())} [{insight.id}]"


def _newest(insight: CognitiveInsight) -> tuple[str, str]:
    return (insight.noticed_on.isoformat(), insight.id)
