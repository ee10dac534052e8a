"""The detail pane of the board: what the next stage needs, the signs and the moves of one partnership; no notes."""

from advisory.model import Indicator, StageMove
from advisory.model.words import MoveReason, Stage
from advisory.rules.pact.end import CLOSE_OR_GO_ON, is_past_end
from advisory.rules.partnership.stage_gate import describe_move
from advisory.tui.desk import Desk
from advisory.tui.prose import day, due, width, wrap, wrap_to
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.summary import clock_words, focal_text, pact_text

_MOVES = 3
"""How many of the latest moves are shown."""
_LOW = 2
"""Up to this height the pane shows only the next step."""


class PartnershipDetail(InkedBlock):
    """Shows one partnership."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id = ""

    def show(self, student_id: str) -> None:
        """Show another student's partnership; "" clears the pane."""
        self._student_id = student_id
        self.renew()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        if self.size.height <= _LOW:
            return self._next_step(cells)
        desk, student_id = self._desk, self._student_id
        line, prose = desk.caseload.summary(student_id), desk.prose
        here = line.stage or Stage.RAPPORT
        since = f" since {day(line.stage_since_on, line.as_of)}" if line.stage_since_on else ""
        lines: list[Line] = [(Span(desk.name(student_id), "heading"),), (Span(here.label + since, "muted"),)]
        lines += _muted(f"one-to-one {clock_words(line.one_to_one, line.as_of)}", cells)
        lines += _muted(focal_text(line, prose), cells) if line.student.focal else []
        if line.gate.to_stage:
            lines += _paragraph(f"For {line.gate.to_stage.label}: {line.gate.words}.", cells)
        step = line.partnership.next_step if line.partnership else ""
        not_set = f"Next: not set yet. Press {desk.key('set-step')} to set it."
        lines += _paragraph(f"Next: {prose.note(step)}" if step else not_set, cells)
        if line.pact:
            lines += _paragraph(f"Pact: {pact_text(line, prose, 4 * cells)}", cells)
            if line.review:
                waiting = f"review waiting {due(line.review.next_review_on, line.as_of)}"
                said = CLOSE_OR_GO_ON if is_past_end(line.review, line.as_of) else waiting
                lines += [(Span(text, "due"),) for text in wrap(said, cells)]
        return [*lines, *self._signs(here, cells), *self._moves(cells)]

    def _next_step(self, cells: int) -> list[Line]:
        """The whole next step, and below it what the next stage needs if a line is left."""
        line = self._desk.caseload.summary(self._student_id)
        step = line.partnership.next_step if line.partnership else ""
        sentence = (
            f"next: {self._desk.prose.note(step)}" if step else f"next: not set; {self._desk.key('set-step')} sets it"
        )
        lines: list[Line] = [(Span(text, "" if step else "muted"),) for text in wrap_to(sentence, cells, _LOW)]
        gate = line.gate
        if gate.to_stage and len(lines) < _LOW:
            versions = (f"for {gate.to_stage.label}: {words}" for words in (gate.words, gate.briefly))
            lines.append((Span(next((text for text in versions if width(text) <= cells), gate.briefly), "muted"),))
        return lines

    def _signs(self, here: Stage, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        signs = [s for s in caseload.store.of_student(Indicator, self._student_id) if s.stage is here]
        lines: list[Line] = [(), (Span(f"Signs of {here.label}", "heading"),)]
        for sign in sorted(signs, key=lambda sign: sign.observed_on, reverse=True):
            sentence = f"{self._desk.sign(sign.key)}, {day(sign.observed_on, caseload.today)}"
            lines += [(Span(text),) for text in wrap(sentence, cells)]
        if not signs:
            lines.append((Span(f"None yet. Press {self._desk.key('add-sign')} to note one.", "muted"),))
        return lines

    def _moves(self, cells: int) -> list[Line]:
        caseload = self._desk.caseload
        moves = list(reversed(caseload.store.of_student(StageMove, self._student_id)))[:_MOVES]
        lines: list[Line] = [(), (Span("Moves", "heading"),)] if moves else []
        for move in moves:
            sentence = f"{day(move.moved_on, caseload.today)}  {describe_move(move.direction, move.to_stage)}"
            if move.reason_key is not MoveReason.OTHER:
                sentence += f" · {self._desk.prose.note(move.reason_key.label)}"
            elif move.override:
                sentence += " · before all the signs were there"
            lines += _muted(sentence, cells)
        return lines


def _muted(text: str, cells: int) -> list[Line]:
    return [(Span(line, "muted"),) for line in wrap(text, cells)]


def _paragraph(text: str, cells: int) -> list[Line]:
    return [(), *((Span(line),) for line in wrap(text, cells))]
