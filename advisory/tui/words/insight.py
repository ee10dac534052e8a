"""Insights in words: what was tried, and what has come of it."""

from datetime import date

from advisory.model import Attempt, CognitiveInsight, glyphs
from advisory.tui.prose import Prose, day

TRIED = glyphs.BULLET


def attempt_text(prose: Prose, attempt: Attempt, today: date) -> str:
    """`• drew both on one bar · 12 Nov · worked · she did the next one alone`."""
    facts = [prose.note(attempt.strategy), day(attempt.on, today), attempt.result.label, prose.note(attempt.note)]
    return f"{TRIED} {' · '.join(filter(None, facts))}"


def since_text(prose: Prose, insight: CognitiveInsight, today: date) -> str:
    """`self-corrects since 3 Nov · also used it in: chemistry`; "" before either."""
    facts = []
    if insight.self_corrects_on:
        facts.append(f"self-corrects since {day(insight.self_corrects_on, today)}")
    if insight.transferred_to:
        facts.append(f"also used it in: {prose.note(insight.transferred_to)}")
    return " · ".join(facts)
