"""The detail pane of the caseload: one student's open promises and latest check-ins."""

from advisory.caseload.group import promised_text
from advisory.model import CheckIn, glyphs
from advisory.model.words import PronounsScope
from advisory.rules.check_in.line import kind_words, line_words
from advisory.rules.overview.summary import Summary
from advisory.rules.promise.owner import whose
from advisory.tui.desk import Desk
from advisory.tui.prose import day, due, safe, wrap
from advisory.tui.widgets.text.ink import Line, Span
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.round import planned_words
from advisory.tui.words.summary import focal_text, pact_text, promise_look, stage_mark

LAST = 6
"""How many check-ins are shown."""


class StudentDetail(InkedBlock):
    """Shows one student."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id = ""

    def show(self, student_id: str) -> None:
        """Show another student; "" clears the pane."""
        self._student_id = student_id
        self.renew()

    def block(self, cells: int) -> list[Line]:
        if not self._student_id:
            return []
        desk, prose = self._desk, self._desk.prose
        line = desk.caseload.summary(self._student_id)
        lines: list[Line] = [(Span(desk.name(self._student_id), "heading"),), self._facts(line)]
        if focal := focal_text(line, prose):
            lines += [(Span(text, "accent"),) for text in wrap(f"{glyphs.FOCAL} {focal}", cells)]
        if planned := planned_words(desk, self._student_id):
            lines.append((Span(planned, "accent"),))
        if line.pact:
            lines.append((Span(f"pact: {pact_text(line, prose, cells - 6)}", "muted"),))
        for asked in desk.caseload.questions_of(self._student_id):
            lines += [(Span(text, "accent"),) for text in wrap(desk.asks(asked), cells)]
        lines.append(())
        for promise in (*line.promises, *line.promises_of_others):
            until = f"  {due(promise.due_on, line.as_of)}" if promise.due_on else ""
            words = whose(promise.owner, desk.short(promise.student)) + prose.note(
                promised_text(desk.caseload, promise)
            )
            first, *more = wrap(words + until, cells - 2)
            lines.append((Span(f"{glyphs.OPEN} ", promise_look(promise, line.as_of)), Span(first)))
            lines += [(Span(f"  {text}"),) for text in more[:1]]
        if line.promises or line.promises_of_others:
            lines.append(())
        check_ins = desk.caseload.store.check_ins_of(self._student_id)
        if not check_ins:
            nothing = f"No notes yet. Press {self._desk.key('check-in')} to take one."
            lines.append((Span(nothing, "muted"),))
        for check_in in reversed(check_ins[-LAST:]):
            lines.append((Span(check_in_heading(check_in, line), "muted"),))
            lines += [(Span(text),) for text in wrap(desk.written(check_in, line_words(check_in)), cells)]
        return lines

    def _facts(self, line: Summary) -> Line:
        student, prose = line.student, self._desk.prose
        facts = [stage_mark(line)]
        if not prose.is_shaded:
            spoken = student.pronouns if student.pronouns_scope is PronounsScope.ANYWHERE else ""
            facts = [f"grade {safe(student.grade)}" if student.grade else "", safe(spoken), *facts]
        return (Span(" · ".join(filter(None, facts)), "muted"),)


def check_in_heading(check_in: CheckIn, line: Summary) -> str:
    """The date and kind of a check-in, never its text: `12 Nov · one-to-one · they started it`."""
    facts = [day(check_in.happened_on, line.as_of), kind_words(check_in)]
    if not check_in.contact_made:
        facts.append("not reached")
    if check_in.initiator.value == "student":
        facts.append("they started it")
    return " · ".join(facts)
