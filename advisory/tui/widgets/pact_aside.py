"""The second pane of the pacts: all of one pact."""

from collections.abc import Iterable

from advisory.model import Pact
from advisory.tui.desk import Desk
from advisory.tui.prose import day, safe_lines, wrap
from advisory.tui.trend_lines import trend_lines

from .ink import Line, Span
from .inked_block import InkedBlock


class PactAside(InkedBlock):
    """Tells a pact in the order of the conversation."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="aside")
        self._desk = desk
        self._pact: Pact | None = None

    def show(self, pact: Pact | None) -> None:
        """Tell another one; None empties it."""
        self._pact = pact
        self.refresh()

    def block(self, cells: int) -> list[Line]:
        pact = self._pact
        if pact is None:
            return []
        prose, today = self._desk.prose, self._desk.caseload.today
        met = [f"{'✓' if line.met_on else '○'} {line.text}" for line in pact.success_evidence]
        said: list[Line] = [(Span(self._desk.name(pact.student), "heading"),), (Span(pact.status.label, "muted"),)]
        for title, texts in (
            ("Learning target", [pact.learning_target]),
            ("Why, in their words", [pact.why]),
            ("Where we start", [pact.starting_point]),
            ("How we will both know", met),
            ("What the student does", [kept_text(c.text, len(c.kept)) for c in pact.student_commitments]),
            ("What I do", [kept_text(c.text, len(c.kept)) for c in pact.advisor_commitments]),
        ):
            shown = [text for text in texts if text]
            if shown:
                said += [
                    (),
                    (Span(title, "muted"),),
                    *_wrapped((prose.note(t) if prose.is_shaded else safe_lines(t) for t in shown), cells),
                ]
        trend = self._desk.caseload.trend_of(pact)
        if trend is not None:
            said += [(), (Span("How it goes", "muted"),), *trend_lines(trend, prose, today, cells)]
        dates = [("next review", pact.next_review_on), ("until", pact.target_on)]
        facts = [f"{title} {day(on, today)}" for title, on in dates if on]
        if pact.confidence:
            facts.append(f"sure: {pact.confidence} of 5")
        return [*said, (), *((Span(line, "muted"),) for line in wrap(" · ".join(facts), cells))]


def kept_text(text: str, kept: int) -> str:
    """A commitment and how often it was kept."""
    return f"{text} (kept {kept} ×)" if kept else text


def _wrapped(texts: Iterable[str], cells: int) -> list[Line]:
    return [(Span(line),) for text in texts for line in wrap(text, cells)]
