"""The list of pacts: active ones by their next review; drafts, paused and closed ones under headings that fold."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model import Pact
from advisory.rules.names.finding import fold, matches
from advisory.rules.pact.shelf import SHELF_OF, Shelf, by_shelf
from advisory.tui.commands.registry import bindings_of, missing_sentence, with_keys
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.screens.pacts.detail_pane import PactDetail
from advisory.tui.widgets.lists.fold_heading import fold_heading
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row, Rows, RowsOf
from advisory.tui.widgets.lists.rows import FewRows, StackedRows
from advisory.tui.widgets.text.ink import Span

from .columns import PactColumns

_HEADING = "pacts "
"""Prefix of the key of a heading; the shelf's value follows."""
_NONE = "No pacts yet. Press {draft-pact} on a student in the caseload ({show-caseload}) to draft one."
_NONE_FITS = "No pact has a name or a target that begins like this. Press {back} to show them all."
_NONE_KEPT = "No active pacts. Press {draft-pact} on a student to draft one; it begins once you both agree."


class PactsScreen(CaseScreen, inherit_bindings=False):
    """Shows one row per pact. Enter opens the pact, or unfolds a heading."""

    stem = "pacts"
    find_hint = "the beginning of a name, or a word of the target"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._folded: dict[Shelf, bool] = {}
        """Shelf → whether the advisor folded it. By default all but the active pacts are folded, if there are active ones."""
        self._columns: PactColumns
        """The columns as last measured."""
        self._measured: tuple[object, ...] = ()
        """What they were measured by, besides the names."""
        self._names: Mapping[str, str] = {}
        """The names they were measured by; others are there whenever a student changed."""

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield PactDetail(self.desk)

    @property
    def lines(self) -> Lines:
        """The list of rows."""
        return self.query_one("#body", Lines)

    def row(self, key: str) -> Highlighted:
        if key.startswith(_HEADING):
            return Highlighted(self.desk, row="heading")
        pact = self.desk.caseload.store.get(Pact, key) if key else None
        return Highlighted(self.desk, pact.student if pact else "", pact=pact, row="pact")

    def key_of(self, student_id: str) -> str:
        theirs = {pact.id for pact in self.desk.caseload.store.of_student(Pact, student_id)}
        return next((key for key in self.body.keys if key in theirs), "")

    @property
    def _pact(self) -> Pact | None:
        return self.highlighted.own_pact

    def draw_body(self) -> None:
        self.lines.show(self._rows())

    def draw_detail(self) -> None:
        self.query_one(PactDetail).show(self._pact)

    # --- rows -----------------------------------------------------------------------------------------------------

    def _rows(self) -> Rows:
        every = self._every()
        fitting = (
            {shelf: list(filter(self._fits, pacts)) for shelf, pacts in every.items()} if self.query_text else every
        )
        if not any(fitting.values()):
            if not self.desk.caseload.students:
                return _message(missing_sentence("anybody", self.desk.keys))
            return _message(self._with_keys(_NONE_FITS if any(every.values()) else _NONE))
        columns = self._columns_of(list(chain.from_iterable(fitting.values())))
        parts: list[Rows] = [FewRows(Row("", columns.heading))]
        for shelf, pacts in fitting.items():
            is_folded = self._is_folded(shelf, every)
            if shelf is Shelf.KEPT:
                parts += [] if pacts or self.query_text else [_message(self._with_keys(_NONE_KEPT))]
            elif pacts:
                parts.append(FewRows(self._heading(shelf, len(pacts), len(every[shelf]), is_folded=is_folded)))
            if not is_folded:
                parts.append(RowsOf(pacts, columns.drawing))
        return StackedRows(parts)

    def _columns_of(self, pacts: list[Pact]) -> PactColumns:
        """The columns for these pacts, measured again only when something that they show has changed."""
        caseload = self.desk.caseload
        as_of = (pacts, caseload.evidence, self.desk.prose.shade)
        if as_of != self._measured or caseload.names is not self._names:
            self._measured, self._names, self._columns = as_of, caseload.names, PactColumns(self.desk, pacts)
        return self._columns

    def _with_keys(self, sentence: str) -> str:
        return with_keys(sentence, self.desk.keys)

    def _every(self) -> dict[Shelf, list[Pact]]:
        caseload = self.desk.caseload
        current = {student.id for student in caseload.students}
        return by_shelf(pact for pact in caseload.pacts if pact.student in current)

    def _heading(self, shelf: Shelf, fitting: int, there: int, *, is_folded: bool) -> Row:
        count = f"{fitting} of {there}" if self.query_text else str(there)
        return fold_heading(_HEADING + shelf.value, shelf.label, lambda: count, is_folded=is_folded)

    def _fits(self, pact: Pact) -> bool:
        target = fold(f"{pact.title} {pact.learning_target}")
        return all(
            word in target or matches(word, self.desk.student(pact.student)) for word in fold(self.query_text).split()
        )

    # --- folding --------------------------------------------------------------------------------------------------

    def _is_folded(self, shelf: Shelf, every: dict[Shelf, list[Pact]]) -> bool:
        """Whether a shelf is folded. While finding, none is."""
        if shelf is Shelf.KEPT or self.query_text:
            return False
        return self._folded.get(shelf, bool(every[Shelf.KEPT]))

    def unfold(self) -> None:
        """Unfold the highlighted shelf and move the cursor to its first pact."""
        key = self.body.key
        if key.startswith(_HEADING):
            shelf = Shelf(key.removeprefix(_HEADING))
            self._folded[shelf] = False
            self.lines.show(self._rows(), self._every()[shelf][0].id)

    def fold(self) -> None:
        """Fold the shelf of the highlighted pact, unless it is active."""
        pact = self._pact
        shelf = SHELF_OF.get(pact.status) if pact else None
        if shelf and shelf is not Shelf.KEPT and not self.query_text:
            self._folded[shelf] = True
            self.lines.show(self._rows(), _HEADING + shelf.value)


def _message(text: str) -> Rows:
    return FewRows(text_row(Span(text, "muted")))
