"""Beside or below the board: what is still to come for the highlighted partnership, its signs and its moves; no notes."""

from advisory.model import Indicator, StageMove
from advisory.model.words import MoveReason, Stage
from advisory.rules.partnership.stage_gate import describe_move
from advisory.tui.desk import Desk
from advisory.tui.prose import day, due, width, wrap, wrap_to
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.summary import clock_words, pact_text

_MOVES = 3
_LOW = 2
"""Lines up to which there is room for the next move only."""


class PartnershipDetail(InkedBlock):
    """Tells about one partnership in the width it has."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id = ""

    def show(self, student_id: str) -> None:
        """Tell about another student's; "" empties it."""
        self._student_id = student_id
        self.refresh()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        if self.size.height <= _LOW:
            return self._next_move(cells)
        desk, student_id = self._desk, self._student_id
        line, prose = desk.caseload.summary(student_id), desk.prose
        here = line.stage or Stage.RAPPORT
        since = f" since {day(line.stage_since_on, line.as_of)}" if line.stage_since_on else ""
        said: list[Line] = [(Span(desk.name(student_id), "heading"),), (Span(here.label + since, "muted"),)]
        sentence = f"one-to-one {clock_words(line.one_to_one, line.as_of)}"
        said += [(Span(text, "muted"),) for text in wrap(sentence, cells)]
        if line.gate.to_stage:
            said += _block(f"For {line.gate.to_stage.label}: {line.gate.words}.", cells)
        step = line.partnership.next_step if line.partnership else ""
        said += _block(f"Next: {prose.note(step)}" if step else f"Next: not set yet. {self._desk.key('set-step')} sets it.", cells)
        if line.pact:
            said += _block(f"Pact: {pact_text(line, prose, 4 * cells)}", cells)
            if line.review:
                said.append((Span(f"review waiting {due(line.review.next_review_on, line.as_of)}", "mine"),))
        return [*said, *self._signs(here, cells), *self._moves(cells)]

    def _next_move(self, cells: int) -> list[Line]:
        """The next step whole, and below it what the next stage asks for, where a line is left."""
        line = self._desk.caseload.summary(self._student_id)
        step = line.partnership.next_step if line.partnership else ""
        sentence = (
            f"next: {self._desk.prose.note(step)}" if step else f"next: not set; {self._desk.key('set-step')} sets it"
        )
        said: list[Line] = [(Span(text, "" if step else "muted"),) for text in wrap_to(sentence, cells, _LOW)]
        gate = line.gate
        if gate.to_stage and len(said) < _LOW:
            words = (f"for {gate.to_stage.label}: {words}" for words in (gate.words, gate.briefly))
            said.append((Span(next((text for text in words if width(text) <= cells), gate.briefly), "muted"),))
        return said

    def _signs(self, here: Stage, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        signs = [s for s in caseload.store.of_student(Indicator, self._student_id) if s.stage is here]
        said: list[Line] = [(), (Span(f"Signs of {here.label}", "heading"),)]
        for sign in sorted(signs, key=lambda sign: sign.observed_on, reverse=True):
            sentence = f"{self._desk.sign(sign.key)}, {day(sign.observed_on, caseload.today)}"
            said += [(Span(text),) for text in wrap(sentence, cells)]
        return said if signs else [*said, (Span("None yet. i notes one.", "muted"),)]

    def _moves(self, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        moves = list(reversed(caseload.store.of_student(StageMove, self._student_id)))[:_MOVES]
        said: list[Line] = [(), (Span("Moves", "heading"),)] if moves else []
        for move in moves:
            sentence = f"{day(move.moved_on, caseload.today)}  {describe_move(move.direction, move.to_stage)}"
            if move.reason_key is not MoveReason.OTHER:
                sentence += f" · {self._desk.prose.note(move.reason_key.label)}"
            elif move.override:
                sentence += " · before the signs"
            said += [(Span(text, "muted"),) for text in wrap(sentence, cells)]
        return said


def _block(text: str, cells: int) -> list[Line]:
    return [(), *((Span(line),) for line in wrap(text, cells))]
