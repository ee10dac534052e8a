"""Beside or below the matrix: what is known on one side of one student, and what to ask."""

from advisory.caseload.coverage import coverage_of, facts_of
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
"""Lines from which there is room between the parts."""
_STATES = {
    Known.KNOWN: "known this year",
    Known.EARLIER: "known from earlier years: still so?",
    Known.EMPTY: "empty, and mine to fill",
}


class FactDetail(InkedBlock):
    """Tells about one cell in the room it has; the newest fact first, then the questions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id, self._facet, self._asked = "", Facet.INTERESTS, False

    def show(self, student_id: str, facet: Facet, *, asked: bool) -> None:
        """Tell about another cell; "" empties it. `asked`: for the sensitive facts too."""
        self._student_id, self._facet, self._asked = student_id, facet, asked
        self.refresh()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        caseload, facet = self._desk.caseload, self._facet
        is_tall = self.size.height >= _TALL
        between: list[Line] = [()] if is_tall else []
        state = _STATES[coverage_of(caseload, self._student_id).sides[facet]]
        facts = visible_facts(facts_of(caseload, self._student_id, facet), asked=self._asked)
        said: list[Line] = [(Span(self._desk.name(self._student_id), "heading"), Span(f" · {facet.label}", "muted"))]
        if is_tall:
            said += [(Span(state, "muted"),), ()]
        for fact in facts.shown:
            said += self._fact(fact, cells)
        if facts.hidden:
            said.append((Span(hidden_words(facts.hidden, self._desk.key("sensitive-facts")), "muted"),))
        if said[-1]:
            said += between
        if is_tall:
            said.append((Span("To ask", "muted"),))
        for question in SIDES[facet].questions:
            said += [(Span(text),) for text in wrap(question, cells)]
        return said

    def _fact(self, fact: KnownWell, cells: int) -> list[Line]:
        """Its words, and where they came from, on the same line where there is room."""
        source = source_words(fact, self._desk.caseload.today)
        texts = wrap(self._desk.prose.note(fact.text), cells)
        lines: list[Line] = [(Span(text),) for text in texts]
        if width(texts[-1]) + 2 + width(source) <= cells:
            lines[-1] = (Span(texts[-1]), Span(f"  {source}", "muted"))
        else:
            lines.append((Span(source, "muted"),))
        return lines
