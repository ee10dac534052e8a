"""The detail pane of Known well: the facts about one student in one facet, and questions to ask."""

from advisory.caseload.coverage import coverage_of, facts_of
from advisory.caseload.leaving.shares import shared_line
from advisory.model import KnownWell
from advisory.model.words import Facet
from advisory.rules.learning.facet_question import SIDES
from advisory.rules.learning.known_well import Known
from advisory.tui.desk import Desk
from advisory.tui.prose import width, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.fact import hidden_words, source_words, visible_facts

_TALL = 6
"""From this height the pane also shows the state, and blank lines between its parts."""
_STATES = {
    Known.KNOWN: "known this year",
    Known.EARLIER: "known from earlier years: still true?",
    Known.EMPTY: "empty: yours to ask about",
}


class FactDetail(InkedBlock):
    """Shows one cell of the matrix: its facts, newest first, then the questions to ask."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id, self._facet, self._asked = "", Facet.INTERESTS, False

    def show(self, student_id: str, facet: Facet, *, asked: bool) -> None:
        """Show another cell; "" clears the pane. `asked` shows the sensitive facts too."""
        self._student_id, self._facet, self._asked = student_id, facet, asked
        self.renew()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        caseload, facet = self._desk.caseload, self._facet
        is_tall = self.size.height >= _TALL
        between: list[Line] = [()] if is_tall else []
        state = _STATES[coverage_of(caseload, self._student_id).sides[facet]]
        facts = visible_facts(facts_of(caseload, self._student_id, facet), asked=self._asked)
        lines: list[Line] = [(Span(self._desk.name(self._student_id), "heading"), Span(f" · {facet.label}", "muted"))]
        if is_tall:
            lines += [(Span(state, "muted"),), ()]
        for fact in facts.shown:
            lines += self._fact(fact, cells)
        if facts.hidden:
            lines.append((Span(hidden_words(facts.hidden, self._desk.key("sensitive-facts")), "muted"),))
        if lines[-1]:
            lines += between
        if is_tall:
            lines.append((Span("What to ask", "muted"),))
        for question in SIDES[facet].questions:
            lines += [(Span(text),) for text in wrap(question, cells)]
        return lines

    def _fact(self, fact: KnownWell, cells: int) -> list[Line]:
        """The text of a fact and its source, on the same line if there is room."""
        caseload = self._desk.caseload
        source = ", ".join(filter(None, (source_words(fact, caseload.today), shared_line(caseload, fact.id))))
        texts = wrap(self._desk.prose.note(fact.text), cells)
        lines: list[Line] = [(Span(text),) for text in texts]
        if width(texts[-1]) + 2 + width(source) <= cells:
            lines[-1] = (Span(texts[-1]), Span(f"  {source}", "muted"))
        else:
            lines.append((Span(source, "muted"),))
        return lines
