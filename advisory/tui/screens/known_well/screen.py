"""Known well: a matrix of students and facets that shows what the advisor knows and what to find out."""

from collections.abc import Iterable
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.caseload.coverage import Coverages
from advisory.model.words import Facet
from advisory.rules.learning.known_well import FACETS, Coverage, Known, counts, least_known_sentence
from advisory.rules.names.finding import matches
from advisory.rules.overview.summary import Summary
from advisory.tui.commands.registry import bindings_of, missing_sentence
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.sensitive import Sensitive
from advisory.tui.screens.known_well.detail_pane import FactDetail
from advisory.tui.style.place import sheet
from advisory.tui.widgets.lists.matrix import Matrix, MatrixColumn, MatrixRow
from advisory.tui.widgets.text.ink import Span
from advisory.tui.widgets.text.wrapped_text import WrappedText
from advisory.tui.words.fact import MARKS

_LOOKS = {Known.KNOWN: "good", Known.EARLIER: "", Known.EMPTY: "muted"}
_HEADINGS = {
    Facet.INTERESTS: ("Interests", "Interest"),
    Facet.STRENGTHS: ("Strengths", "Strength"),
    Facet.SKILLS: ("Skills", "Skills"),
    Facet.KNOWLEDGE: ("Knowledge", "Knows"),
    Facet.LANGUAGE: ("Language", "Language"),
    Facet.FAMILY: ("Family", "Family"),
    Facet.PEERS: ("Peers", "Peers"),
    Facet.NAME: ("Name", "Name"),
    Facet.HOPES: ("Hopes", "Hopes"),
    Facet.LEARNS_BEST: ("Learns best", "Learns"),
    Facet.STRESS: ("Stress", "Stress"),
    Facet.TRUSTED_ADULTS: ("Trusted adults", "Adults"),
}
"""Facet → its heading, and a shorter one for narrow columns."""


class KnownWellScreen(CaseScreen, inherit_bindings=False):
    """Shows the matrix, and the facts of the highlighted cell."""

    stem = "known_well"
    CSS_PATH = [sheet("known_well")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def above(self) -> Iterable[Widget]:
        yield WrappedText(id="least-known")

    def make_body(self) -> Matrix:
        legend = [(Span(mark, _LOOKS[known]), Span(f" {known.label}", "muted")) for known, mark in MARKS.items()]
        return Matrix(legend, "Known", id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield FactDetail(self.desk)

    @property
    def matrix(self) -> Matrix:
        """The body, which is a matrix."""
        return self.query_one("#body", Matrix)

    def row(self, key: str) -> Highlighted:
        return Highlighted(self.desk, key, facet=FACETS[self.matrix.column])

    @cached_property
    def sensitive(self) -> Sensitive:
        """Shows and hides the sensitive facts of the highlighted cell."""
        return Sensitive(self)

    def on_screen_suspend(self) -> None:
        if self.sensitive.hide():
            self.redraw(force=True)

    @cached_property
    def _coverages(self) -> Coverages:
        return Coverages(self.desk.caseload)

    @cached_property
    def _rows(self) -> dict[str, tuple[Coverage, MatrixRow]]:
        """Student id → what the row was made from, and the row."""
        return {}

    def draw_body(self) -> None:
        everybody = self._coverages.all()
        shown = [(line, row) for line, row in everybody if matches(self.query_text, line.student)]
        known = counts(row for _, row in shown)
        self.query_one(WrappedText).show(least_known_sentence([row for _, row in everybody], self.desk.short))
        self.matrix.show(
            [MatrixColumn(*_HEADINGS[facet], known[facet]) for facet in FACETS],
            [self._row(line, row) for line, row in shown],
            f"known of {len(shown)}",
            self.desk.nobody_found if self.query_text else missing_sentence("anybody", self.desk.keys),
        )

    def draw_detail(self) -> None:
        is_shown, highlighted = self.sensitive.is_shown, self.highlighted
        if not is_shown:
            self.sensitive.hide()  # the cursor has moved
        self.query_one(FactDetail).show(highlighted.student, FACETS[self.matrix.column], asked=is_shown)

    def _row(self, line: Summary, row: Coverage) -> MatrixRow:
        name, made = self.desk.prose.name(line.student, line.name), self._rows.get(row.student_id)
        if made is None or made[0] is not row or made[1].name != name:
            marks = [Span(MARKS[known], _LOOKS[known]) for known in row.sides.values()]
            made = row, MatrixRow(row.student_id, name, marks, f"{row.known}/{len(FACETS)}")
            self._rows[row.student_id] = made
        return made[1]
