"""What is seen of a student's learning and known of them, in lines and as JSON: what `show` tells of it."""

from collections.abc import Iterator

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import facts_of
from advisory.model import CognitiveInsight, Evidence, KnownWell
from advisory.rules.learning.trend import (
    Trend,
    bars,
    by_target,
    in_words,
    independence,
    levels,
    numbers,
    read_trend,
    said_of,
)

LAST = 3
"""Pieces of evidence of each target; the trend tells of all."""


def learned_lines(caseload: Caseload, student_id: str) -> Iterator[str]:
    """How each target goes, how they are thinking, and the facts known, without those that are sensitive."""
    targets = by_target(caseload.store.of_student(Evidence, student_id))
    for key, pieces in sorted(
        targets.items(), key=lambda target: (bool(target[0]), target[1][-1].seen_on), reverse=True
    ):
        yield f"evidence of {read_trend(pieces).target if key else 'no target'}:"
        yield from (f"  {line}" for line in (trend_lines(read_trend(pieces)) if key else ()))
        yield from (f"  {_piece(piece)}" for piece in reversed(pieces[-LAST:]))
    insights = caseload.store.of_student(CognitiveInsight, student_id)
    if insights:
        yield "how they are thinking:"
        yield from (f"  {_insight(one)}" for one in sorted(insights, key=_newest, reverse=True))
    known = known_facts(caseload, student_id)
    if known:
        yield "known:"
        yield from (f"  {fact.facet.label}: {fact.text} ({fact.how.label}, {fact.learned_on})" for fact in known)


def trend_lines(trend: Trend) -> Iterator[str]:
    """How a target goes: bars, numbers and words, and how alone, as far as it was said."""
    if bars(trend):
        yield f"{bars(trend)} {numbers(trend)} · {in_words(levels(trend))}"
    if independence(trend):
        yield in_words(independence(trend))


def known_facts(caseload: Caseload, student_id: str) -> list[KnownWell]:
    """The newest first; a sensitive one is told only where it is asked for (DESIGN §8): `known NAME --sensitive`."""
    return [fact for fact in facts_of(caseload, student_id) if not fact.sensitive]


def last_try(insight: CognitiveInsight) -> str:
    """What came of the strategy tried last."""
    if not insight.attempts:
        return "nothing tried yet"
    last = insight.attempts[-1]
    return f"{last.result.label}: {last.strategy}"


def _piece(piece: Evidence) -> str:
    facts = ", ".join([piece.source.label, *said_of(piece)])
    return f"{piece.seen_on}  {facts}  {' ↵ '.join(piece.seen.splitlines())} [{piece.id}]"


def _insight(insight: CognitiveInsight) -> str:
    told = f"{insight.noticed_on}  {insight.status.label}: {insight.misconception} · {last_try(insight)}"
    return f"{' ↵ '.join(told.splitlines())} [{insight.id}]"


def _newest(insight: CognitiveInsight) -> tuple[str, str]:
    return (insight.noticed_on.isoformat(), insight.id)
