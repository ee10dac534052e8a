"""insights.csv: one row per insight."""

from collections.abc import Iterable, Iterator, Mapping

from advisory.exchange.file.csv_out import Cell
from advisory.model import CognitiveInsight

HEADER = (
    "id",
    "student_id",
    "student",
    "area",
    "thinking",
    "misconception",
    "strategy",
    "result",
    "date",
    "self_corrects_on",
)


def rows(insights: Iterable[CognitiveInsight], names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """One row per insight. All its strategies share one cell, and all their results another, in the same order."""
    for insight in insights:
        yield (
            insight.id,
            insight.student,
            names.get(insight.student, ""),
            *_words(insight),
            insight.noticed_on,
            insight.self_corrects_on,
        )


def _words(insight: CognitiveInsight) -> tuple[Cell, ...]:
    strategies = tuple(attempt.strategy for attempt in insight.attempts)
    results = tuple(attempt.result.value for attempt in insight.attempts)
    return (insight.area, insight.thinking, insight.misconception, strategies, results)
