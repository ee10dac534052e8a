"""The caseload: a table with one row per student."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import glyphs
from advisory.rules.learning.known_well import FACETS
from advisory.rules.names.finding import matches
from advisory.rules.overview.summary import Summary
from advisory.tui.commands.registry import bindings_of
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.frame import WIDE
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.screens.caseload.detail_pane import StudentDetail
from advisory.tui.widgets.lists.lines import Lines, Row
from advisory.tui.widgets.text.ink import Line, Span, cell, name_cell
from advisory.tui.words.first_start import first_start
from advisory.tui.words.summary import clock_look, clock_text, next_text, pact_trend_text, promise_look, stage_mark

CellOf = Callable[[Summary], Span]
"""Draws a student's cell in one column."""


class CaseloadScreen(CaseScreen, inherit_bindings=False):
    """Shows more columns the wider the screen is."""

    stem = "caseload"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    by_wait = False
    """Whether the longest wait for a one-to-one comes first, instead of sorting by name."""

    def make_body(self) -> Lines:
        return Lines(id="body")

    @property
    def table(self) -> Lines:
        """The list of rows."""
        return self.query_one("#body", Lines)

    def detail_pane(self) -> Iterable[Widget]:
        yield StudentDetail(self.desk)

    def draw_body(self) -> None:
        caseload = self.desk.caseload
        lines = [line for line in caseload.summaries if matches(self.query_text, line.student)]
        if self.by_wait:
            lines.sort(key=lambda line: line.waited, reverse=True)
        rows = [Row(line.student.id, self._drawing(line)) for line in lines]
        if rows:
            rows.insert(0, Row("", self._heading))
        elif self.query_text:
            rows = [text_row(Span(self.desk.nobody_found, "muted"))]
        else:
            rows = [text_row(Span(text, look)) for text, look in first_start(self.key)]
        self.table.show(rows)

    def draw_detail(self) -> None:
        self.query_one(StudentDetail).show(self.highlighted.student)

    def _heading(self, cells: int) -> Line:
        return [cell(title, size, "muted") for title, size, _ in self._columns(cells)]

    def _drawing(self, line: Summary) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            (_, names, name), *others = self._columns(cells)
            return [
                name_cell(name(line).text, names),
                *(cell(drawn(line).text, size, drawn(line).look) for _, size, drawn in others),
            ]

        return draw

    def _columns(self, cells: int) -> list[tuple[str, int, CellOf]]:
        """The title, width and cell function of each column that fits."""
        prose = self.desk.prose

        def name(line: Summary) -> Span:
            called = prose.name(line.student, line.name)
            return Span(f"{glyphs.BEGUN} {called}" if self.desk.unsaved.has_note(line.student.id) else called, "strong")

        def grade(line: Summary) -> Span:
            return Span(prose.note(line.student.grade) if not prose.is_shaded else "")

        def stage(line: Summary) -> Span:
            return Span(stage_mark(line, with_age=cells >= _MIDDLING))

        def contact(line: Summary) -> Span:
            return Span(clock_text(line.contact, line.as_of), clock_look(line.contact))

        def one_to_one(line: Summary) -> Span:
            return Span(clock_text(line.one_to_one, line.as_of), clock_look(line.one_to_one))

        def pact(line: Summary) -> Span:
            return Span(pact_trend_text(line, prose, wide_pact - 1), "" if line.pact else "muted")

        def upcoming(line: Summary) -> Span:
            look = promise_look(line.promises[0], line.as_of) if line.promises else "muted"
            return Span(next_text(line, prose, rest - 1), look)

        fixed: list[tuple[str, int, CellOf]] = [("1:1", 8, one_to_one)]
        if cells >= _MIDDLING:
            fixed = [
                ("Gr", 3, grade),
                ("Partnership", 12, stage),
                ("Contact", 8, contact),
                *fixed,
            ]
        else:
            fixed = [("With", 7, stage), *fixed]
        room = cells - sum(size for _, size, _ in fixed)
        wide_pact = 20 if cells >= _ROOMY else 0
        names = min(28, max(16, (room - wide_pact) * 9 // 20))
        flexible: list[tuple[str, int, CellOf]] = [("Pact", wide_pact, pact)] if wide_pact else []
        if cells >= _SOME and self.size.width >= WIDE:
            flexible.append(("Known", 7, _known))
        rest = room - names - sum(size for _, size, _ in flexible)
        return [("Student", names, name), *fixed, *flexible, ("Next", rest, upcoming)]


_MIDDLING, _SOME, _ROOMY = 60, 70, 88
"""Widths, in cells, from which the table has the middle columns, the column Known, and the column Pact."""


def _known(line: Summary) -> Span:
    return Span(f"{line.facets_known}/{len(FACETS)}")
