"""The caseload: a table with one row per student."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import glyphs
from advisory.model.words import Status
from advisory.rules.learning.known_well import FACETS
from advisory.rules.names.finding import matches
from advisory.rules.overview.summary import Summary
from advisory.tui.commands.registry import bindings_of
from advisory.tui.commands.student.leaving import left_words
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import cut, width
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.screens.base.uncovered_row import uncovered_row
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row, RowsOf
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell, pad
from advisory.tui.words.contact_strip import strip_line
from advisory.tui.words.first_start import first_start
from advisory.tui.words.summary import clock_look, clock_text, next_text, pact_trend_text, promise_look, stage_mark

from .left_rows import LEFT, left_rows

CellOf = Callable[[Summary], Line]
"""Draws a student's cell in one column."""


class CaseloadScreen(CaseScreen, inherit_bindings=False):
    """Shows more columns the wider the screen is."""

    stem = "caseload"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    _is_left_folded = True
    by_wait = False
    """Whether the longest wait for a one-to-one comes first, instead of sorting by name."""

    def row(self, key: str) -> Highlighted:
        """The last column shows the next promise of a student who is here."""
        if key == LEFT:
            return Highlighted(self.desk, row="heading")
        return Highlighted(self.desk, key, shows_promise=self.desk.is_current(key))

    def key_of(self, student_id: str) -> str:
        return student_id if self.table.has(student_id) else ""

    def make_body(self) -> Lines:
        body = Lines(id="body")
        body.heading = Row("", self._heading)
        return body

    @property
    def table(self) -> Lines:
        """The list of rows."""
        return self.query_one("#body", Lines)

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentDetail(self.desk)

    def draw_body(self) -> None:
        caseload = self.desk.caseload
        lines = caseload.summaries
        if self.query_text:
            lines = [line for line in lines if matches(self.query_text, line.student)]
        if self.by_wait:
            lines = sorted(lines, key=lambda line: line.waited, reverse=True)
        left = left_rows(self.desk, self.query_text, is_folded=self._is_left_folded)
        above: list[Row] = []
        if lines and self.table.heading is not None:
            above = [*uncovered_row(self.desk), self.table.heading]
        elif self.query_text and not left:
            above = [text_row(Span(self.desk.nobody_found, "muted"))]
        elif not self.query_text:
            above = [text_row(Span(text, look)) for text, look in first_start(self.key)]
        here = RowsOf(lines, self._drawing, lambda line: line.student.id)
        self.table.show(StackedRows([FewRows(*above), here, FewRows(*left)]))

    def unfold(self) -> None:
        """Open the list of those who left, or close it."""
        if self.body.key == LEFT and not self.query_text:
            self._is_left_folded = not self._is_left_folded
            self.redraw(force=True)
            self.table.go_to(self.table.rows[-1].key)  # into view, as far as there is room
            self.table.go_to(LEFT)

    def fold(self) -> None:
        """Close the list of those who left, from its heading or from one of them."""
        if self.table.has(LEFT) and not self.desk.is_current(self.highlighted.student):
            self._is_left_folded = True
            self.table.show(self.table.rows, LEFT)
            self.redraw(force=True)

    def draw_detail(self) -> None:
        self.query_one(StudentDetail).show(self.highlighted.student)

    def _heading(self, cells: int) -> Line:
        return [cell(title, size, "muted") for title, size, _ in self._columns(cells)]

    def _drawing(self, line: Summary) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            (_, names, _), *others = self._columns(cells)
            drawn: list[Span] = [*self._named(line, names)]
            for _, size, cell_of in others:
                drawn += pad(cell_of(line), size)
            return drawn

        return draw

    def _named(self, line: Summary, cells: int) -> Line:
        """The name, after `✎` for a note begun and `◆` for a focal student."""
        marks = glyphs.BEGUN if self.desk.unsaved.has_note(line.student.id) else ""
        marks += glyphs.FOCAL if line.student.focal else ""
        front = f"{marks} " if marks else ""
        name = name_cell(self.desk.prose.name(line.student, line.name), cells - width(front))
        return (Span(front, "accent"), name) if front else (name,)

    def _columns(self, cells: int) -> list[tuple[str, int, CellOf]]:
        """The title, width and cell function of each column that fits; the strip gives way last."""
        prose = self.desk.prose
        pact_cells, longest_name = (30, 36) if cells >= _WIDEST else (_PACT, 28)
        days = _DAYS if cells >= _SOME else _FEW_DAYS if cells >= _MIDDLING else 0

        def grade(line: Summary) -> Line:
            return (Span(prose.note(line.student.grade) if not prose.is_shaded else ""),)

        def stage(line: Summary) -> Line:
            return (Span(stage_mark(line, with_age=cells >= _FULL)),)

        def contact(line: Summary) -> Line:
            return (Span(clock_text(line.contact, line.as_of), clock_look(line.contact)),)

        def days_of(line: Summary) -> Line:
            return strip_line(line.strip, days)

        def one_to_one(line: Summary) -> Line:
            return (Span(clock_text(line.one_to_one, line.as_of), clock_look(line.one_to_one)),)

        def pact(line: Summary) -> Line:
            return (Span(pact_trend_text(line, prose, pact_cells - 1), "" if line.pact else "muted"),)

        def upcoming(line: Summary) -> Line:
            look = promise_look(line.promises[0], line.as_of) if line.promises else "muted"
            if line.student.status is Status.ON_LEAVE and not line.promises:
                return (Span(cut(left_words(self.desk, line.student), rest - 1), look),)
            return (Span(next_text(line, prose, rest - 1), look),)

        columns: list[tuple[str, int, CellOf, bool]] = [
            ("Gr", 3, grade, cells >= _SOME),
            ("Partnership", 12, stage, cells >= _FULL),
            ("Stage", 7, stage, cells < _FULL),
            ("Contact", 8, contact, cells >= _FULL),
            (f"Last {days} days" if days == _DAYS else f"{days} days", days + 1, days_of, days > 0),
            ("1:1", 8, one_to_one, True),
            ("Pact", pact_cells, pact, cells >= _ROOMY),
            ("Known", 7, _known, cells >= _FULL),
        ]
        fixed = [(title, size, drawn) for title, size, drawn, is_shown in columns if is_shown]
        room = cells - sum(size for _, size, _ in fixed)
        names = min(longest_name, max(16, room * 9 // 20))
        rest = room - names
        return [("Student", names, lambda line: self._named(line, names)), *fixed, ("Next", rest, upcoming)]


_MIDDLING, _SOME, _ROOMY, _FULL, _WIDEST = 60, 70, 92, 114, 150
"""Widths, in cells, from which the table has a short strip; a whole one and the grade; the pact; everything; long names."""
_DAYS, _FEW_DAYS = 20, 10
"""How many days a whole and a short strip show."""
_PACT = 20


def _known(line: Summary) -> Line:
    return (Span(f"{line.facets_known}/{len(FACETS)}"),)
