"""The lower part of Today: the highlighted student in a few lines. The last note stays hidden until it is asked for."""

from advisory.caseload.coverage import coverage_of
from advisory.caseload.group import promised_text
from advisory.model import glyphs
from advisory.rules.learning.question_to_ask import question_to_ask
from advisory.rules.overview.summary import Summary
from advisory.rules.promise.owner import whose
from advisory.tui.desk import Desk
from advisory.tui.prose import cut, day, due, width, wrap_to
from advisory.tui.widgets.text.ink import Line, Span, line_width, name_cell
from advisory.tui.widgets.text.inked_block import InkedBlock
from advisory.tui.words.contact_strip import strip_line
from advisory.tui.words.summary import promise_look, stage_mark

_NAME, _LOW = 28, 4
"""The most cells a name takes; up to this height, in lines, only the first promise or the next step is shown."""
_OTHERS = 4
"""How many lines besides the promises a higher pane has: the name, the next step, the question and the last note."""


class StudentToday(InkedBlock):
    """Shows one student: the last school days, promises, next step, a question to ask, and the last note if asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="detail")
        self._desk = desk
        self._student_id, self._asked = "", False

    def show(self, student_id: str, *, asked: bool) -> None:
        """Show another student; "" clears the pane. `asked` shows the last note."""
        if (student_id, asked) != (self._student_id, self._asked):
            self._student_id, self._asked = student_id, asked
        self.renew()

    @property
    def shows_promise(self) -> bool:
        """Whether the next promise stands in its second line; below the last note it may have no room."""
        return self.size.height > 1 and not self._asked

    def block(self, cells: int) -> list[Line]:
        if self._student_id not in self._desk.caseload.names:
            return []
        line, height = self._desk.caseload.summary(self._student_id), self.size.height
        head, note = self._head(line, cells), self._note(line, cells)
        if self._asked:
            return [head, *note, *self._tasks(line, cells, height), self._ask(cells)][:height]
        return [head, *self._tasks(line, cells, height), self._ask(cells), *note][:height]

    def _head(self, line: Summary, cells: int) -> Line:
        """The name, the stage, and as many of the last school days as fit."""
        mark = f"{glyphs.FOCAL} " if line.student.focal else ""
        stage = f"{stage_mark(line)}  "
        name = self._desk.name(self._student_id)
        names = min(_NAME, width(name) + 2, max(1, cells - len(line.strip) - width(mark + stage)))
        front = (Span(mark, "accent"), name_cell(name, names, "heading"), Span(stage, "muted"))
        return [*front, *strip_line(line.strip, min(len(line.strip), cells - line_width(front)))]

    def _tasks(self, line: Summary, cells: int, height: int) -> list[Line]:
        """The promises as far as there is room, and the next step."""
        desk = self._desk
        room = height - _OTHERS
        promises = line.promises if len(line.promises) <= room else line.promises[: max(1, room - 1)]
        lines: list[Line] = []
        for promise in promises:
            until = f", {due(promise.due_on, line.as_of)}" if promise.due_on else ""
            words = desk.prose.note(promised_text(desk.caseload, promise))
            text = cut(words, cells - 2 - width(until)) + until
            lines.append((Span(f"{glyphs.OPEN} ", promise_look(promise, line.as_of)), Span(text)))
        if left := len(line.promises) - len(promises):
            more = f"  … and {left} more: {desk.key('open')} opens the card"
            lines += [(Span(cut(more, cells), "muted"),)] if room > 1 else []
        for promise in line.promises_of_others[: max(0, room - len(lines))]:
            until = f", {due(promise.due_on, line.as_of)}" if promise.due_on else ""
            text = whose(promise.owner, desk.short(promise.student)) + desk.prose.note(promise.text)
            lines.append((Span(f"{glyphs.OPEN} ", "muted"), Span(cut(text, cells - 2 - width(until)) + until, "muted")))
        step = line.partnership.next_step if line.partnership else ""
        sentence = f"Next step: {desk.prose.note(step)}" if step else "Next step: not set"
        if not lines or height > _LOW:
            lines.append((Span(cut(sentence, cells), "" if step else "muted"),))
        return lines

    def _ask(self, cells: int) -> Line:
        """What the student wants to ask, or else what to ask the student."""
        asked = next(iter(self._desk.caseload.questions_of(self._student_id)), None)
        if asked is not None:
            return (Span(cut(self._desk.asks(asked), cells), "accent"),)
        areas = coverage_of(self._desk.caseload, self._student_id).sides
        question = question_to_ask(areas, self._desk.caseload.today)
        return (Span(cut(f"Ask: {self._desk.prose.note(question)}", cells), "accent"),)

    def _note(self, line: Summary, cells: int) -> list[Line]:
        """When the last note was taken, and its text if it was asked for; or, where private notes are collapsed, the key that shows it."""
        desk = self._desk
        last = next((one for one in reversed(desk.caseload.store.check_ins_of(line.student.id)) if one.line), None)
        if last is None:
            return [(Span("No note yet.", "muted"),)]
        when = f"{day(last.happened_on, line.as_of)} · {last.kind.label}"
        if not self._asked:
            return [(Span(cut(f"Last note: {when} · {desk.key('last-note')} shows it", cells), "muted"),)]
        text = desk.why_kept_back if desk.keeps_back(last) else desk.prose.note(last.line)
        lines = wrap_to(f"{when}: {text}", cells, self.size.height - 1)
        return [(Span(text),) for text in lines]
