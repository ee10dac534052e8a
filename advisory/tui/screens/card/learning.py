"""Learning on a student's card: the evidence of each target, and the insights into how they think."""

from collections.abc import Iterator, Sequence

from advisory.caseload.leaving.shares import shared_line
from advisory.model import CognitiveInsight, Evidence
from advisory.model.words import InsightStatus
from advisory.rules.learning.trend import by_target, derive_trend, describe_piece
from advisory.rules.overview.summary import Summary
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.screens.base.text_rows import section_heading, text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.insight import attempt_text, since_text
from advisory.tui.words.trend import trend_lines

from .years import YearLines

LAST = 3
"""How many pieces of evidence each target shows; the trend covers all of them."""


def learning_rows(desk: Desk, line: Summary, shown: YearLines, cells: int) -> Iterator[Row]:
    """The rows of evidence and insights. A row's key is the record's id."""
    yield from section_heading(f"Evidence {len(shown.evidence)}")
    if not shown.evidence:
        yield text_row(Span(f"No evidence yet. Press {desk.key('evidence')} to add some.", "muted"))
    yield from evidence_rows(desk, line, shown.evidence, cells)
    yield from section_heading(f"How they think {len(shown.insights)}")
    if not shown.insights:
        yield text_row(Span(f"No insight yet. Press {desk.key('insight')} to write down how they think.", "muted"))
    yield from insight_rows(desk, line, shown.insights, cells)


def evidence_rows(desk: Desk, line: Summary, pieces: Sequence[Evidence], cells: int) -> Iterator[Row]:
    """The evidence of each target, the newest target first."""
    targets = by_target(pieces)
    newest_first = sorted(targets, key=lambda key: (bool(key), targets[key][-1].seen_on), reverse=True)
    for at, key in enumerate(newest_first):
        if at:
            yield text_row()
        yield from _target(desk, line, targets[key], cells, has_target=bool(key))


def _target(desk: Desk, line: Summary, pieces: Sequence[Evidence], cells: int, *, has_target: bool) -> Iterator[Row]:
    """The trend and the latest evidence of one target. Evidence without a target has no trend."""
    if has_target:
        trend = derive_trend(pieces)
        yield from (text_row(Span(text, "strong")) for text in wrap(desk.prose.note(trend.target), cells))
        yield from (text_row(*spans) for spans in trend_lines(trend, desk.prose, line.as_of, cells))
    else:
        yield text_row(Span("no target", "strong"))
    for piece in reversed(pieces[-LAST:]):
        yield from _piece(desk, line, piece, cells, was=piece.target if piece.target != pieces[-1].target else "")
    if len(pieces) > LAST:
        yield text_row(Span(f"… and {len(pieces) - LAST} earlier.", "muted"))


def _piece(desk: Desk, line: Summary, piece: Evidence, cells: int, *, was: str) -> Iterator[Row]:
    prose = desk.prose
    facts = [day(piece.seen_on, line.as_of), piece.source.label]
    if not prose.is_shaded:
        facts += describe_piece(piece)
    if shared := shared_line(desk.caseload, piece.id):
        facts.append(shared)
    yield text_row(Span(" · ".join(facts), "muted"), key=piece.id)
    yield from (text_row(Span(f"  {text}")) for text in wrap(prose.note(piece.seen), cells - 2))
    for title, text in (("of", piece.success_line), ("the target was", was), ("next", piece.next_step)):
        if text:
            yield from (
                text_row(Span(f"  {line}", "muted")) for line in wrap(f"{title}: {prose.note(text)}", cells - 2)
            )


# --- insights ------------------------------------------------------------------------------------------------------


def insight_rows(desk: Desk, line: Summary, insights: Sequence[CognitiveInsight], cells: int) -> Iterator[Row]:
    """The insights, those still open first and in full."""
    for insight in sorted(insights, key=_order, reverse=True):
        if insight.status is InsightStatus.OPEN:
            yield from _open(desk, line, insight, cells)
        else:
            label = f"{insight.status.label}: {desk.prose.note(insight.misconception)}"
            yield text_row(Span(label, "muted"), key=insight.id)


def _open(desk: Desk, line: Summary, insight: CognitiveInsight, cells: int) -> Iterator[Row]:
    prose, today = desk.prose, line.as_of
    facts = filter(None, [prose.note(insight.area), f"noticed {day(insight.noticed_on, today)}"])
    yield text_row(Span(" · ".join(facts), "muted"), key=insight.id)
    lines = [
        (prose.note(insight.thinking), ""),
        (f"misconception: {prose.note(insight.misconception)}", ""),
        (f"builds on: {prose.note(insight.builds_on)}" if insight.builds_on else "", "muted"),
        *((attempt_text(prose, attempt, today), "muted") for attempt in insight.attempts),
        (since_text(prose, insight, today), "good"),
    ]
    for text, look in lines:
        if text:
            yield from (text_row(Span(f"  {part}", look)) for part in wrap(text, cells - 2))


def _order(insight: CognitiveInsight) -> tuple[bool, str, str]:
    """Sort key: reversed, open insights come first, and newer ones before older ones."""
    return (insight.status is InsightStatus.OPEN, insight.noticed_on.isoformat(), insight.id)
