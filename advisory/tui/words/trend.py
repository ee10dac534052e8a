"""The trend of a pact's target, for the card and for the list of pacts."""

from collections.abc import Iterable
from datetime import date

from advisory.rules.learning.trend import (
    ARROW,
    Step,
    Trend,
    bars,
    describe_steps,
    distinct_steps,
    independence,
    levels,
    numbers,
)
from advisory.tui.prose import Prose, day, wrap
from advisory.tui.widgets.text.ink import Line, Span


def trend_lines(trend: Trend, prose: Prose, today: date, cells: int) -> list[Line]:
    """The bars with their numbers and words, and below them how independence changed. Hidden if notes are hidden."""
    if prose.is_shaded:
        return [(Span(prose.note(bars(trend))),)]
    lines: list[Line] = []
    if drawn := len(bars(trend)):
        first, *rest = wrap(f"{bars(trend)} {numbers(trend)} · {describe_steps(levels(trend))}", cells)
        lines += [(Span(first[:drawn], "accent"), Span(first[drawn:])), *((Span(text),) for text in rest)]
    if alone := _dated(distinct_steps(independence(trend)), today):
        lines += [(Span(text, "muted"),) for text in wrap(alone, cells)]
    return lines


def _dated(steps: Iterable[Step], today: date) -> str:
    return ARROW.join(f"{step.word.label} {day(step.on, today)}" for step in steps)
