"""The board's second pane: what is still to come for the highlighted partnership, its signs and its last move; no notes."""

from advisory.model import Indicator, StageMove
from advisory.model.words import Stage
from advisory.rules.indicators import label_of
from advisory.rules.stage_gate import moved
from advisory.tui.desk import Desk
from advisory.tui.looks import clock_words, pact_text
from advisory.tui.prose import day, due, safe, wrap

from .ink import Line, Span
from .inked_block import InkedBlock

_MOVES = 3


class PartnershipAside(InkedBlock):
    """Tells about one partnership in the width it has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="aside")
        self._desk = desk
        self._student_id = ""

    def show(self, student_id: str) -> None:
        """Tell about another student's; "" empties it."""
        self._student_id = student_id
        self.refresh()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        desk, student_id = self._desk, self._student_id
        line, prose = desk.caseload.summary(student_id), desk.prose
        here = line.stage or Stage.RAPPORT
        since = f" since {day(line.stage_since_on, line.as_of)}" if line.stage_since_on else ""
        said: list[Line] = [(Span(desk.name(student_id), "heading"),), (Span(here.label + since, "muted"),)]
        said.append((Span(f"one-to-one {clock_words(line.one_to_one, line.as_of)}", "muted"),))
        if line.gate.to_stage:
            said += _block(f"For {line.gate.to_stage.label}: {line.gate.words}.", cells)
        step = line.partnership.next_step if line.partnership else ""
        said += _block(f"Next: {prose.note(step)}" if step else "Next: not set yet. s sets it.", cells)
        if line.pact:
            said += _block(f"Pact: {pact_text(line, prose, 4 * cells)}", cells)
            if line.review:
                said.append((Span(f"review waiting {due(line.review.next_review_on, line.as_of)}", "mine"),))
        return [*said, *self._signs(here, cells), *self._moves(cells)]

    def _signs(self, here: Stage, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        signs = [s for s in caseload.store.of_student(Indicator, self._student_id) if s.stage is here]
        said: list[Line] = [(), (Span(f"Signs of {here.label}", "heading"),)]
        for sign in sorted(signs, key=lambda sign: sign.observed_on, reverse=True):
            told = f"{safe(label_of(sign.key, caseload.catalogue))}, {day(sign.observed_on, caseload.today)}"
            said += [(Span(text),) for text in wrap(told, cells)]
        return said if signs else [*said, (Span("None yet. i notes one.", "muted"),)]

    def _moves(self, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        moves = list(reversed(caseload.store.of_student(StageMove, self._student_id)))[:_MOVES]
        said: list[Line] = [(), (Span("Moves", "heading"),)] if moves else []
        for move in moves:
            told = f"{day(move.moved_on, caseload.today)}  {moved(move.direction, move.to_stage)} · {move.reason_key.label}"
            said += [(Span(text, "muted"),) for text in wrap(told, cells)]
        return said


def _block(text: str, cells: int) -> list[Line]:
    return [(), *((Span(line),) for line in wrap(text, cells))]
