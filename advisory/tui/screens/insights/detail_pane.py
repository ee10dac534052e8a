"""The detail pane of the open insights: one insight in full."""

from advisory.model import CognitiveInsight
from advisory.tui.desk import Desk
from advisory.tui.prose import day, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.insight import attempt_text, since_text


class InsightDetail(InkedBlock):
    """Shows an insight, from what the student thinks to what was tried."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._insight: CognitiveInsight | None = None

    def show(self, insight: CognitiveInsight | None) -> None:
        """Show another insight; None clears the pane."""
        self._insight = insight
        self.renew()

    def block(self, cells: int) -> list[Line]:
        insight = self._insight
        if insight is None:
            return []
        prose, today = self._desk.prose, self._desk.caseload.today
        lines: list[Line] = [
            (Span(self._desk.name(insight.student), "heading"),),
            (Span(f"noticed {day(insight.noticed_on, today)}", "muted"),),
        ]
        for title, texts in (
            ("How they think now", [prose.note(insight.thinking)]),
            ("The misconception", [prose.note(insight.misconception)]),
            ("What it builds on", [prose.note(insight.builds_on)]),
            ("What was tried", [attempt_text(prose, attempt, today) for attempt in insight.attempts]),
            ("And now", [since_text(prose, insight, today)]),
        ):
            part = [(Span(line),) for text in texts if text for line in wrap(text, cells)]
            if part:
                lines += [(), (Span(title, "muted"),), *part]
        return lines
