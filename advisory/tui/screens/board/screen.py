"""The board, with a column for each stage and a card for each partnership."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.model.words import Stage
from advisory.rules.names.finding import matches
from advisory.rules.overview.summary import Summary, by_stage
from advisory.tui.commands.partnership import move_to
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.prose import safe
from advisory.tui.screens.base.case_screen import CaseScreen
from advisory.tui.screens.base.frame import WIDE
from advisory.tui.screens.board.detail_pane import PartnershipDetail
from advisory.tui.screens.board.scrolled_columns import ONE_AT_A_TIME, Column
from advisory.tui.screens.board.stage_card import Card
from advisory.tui.screens.board.stage_columns import StageColumns
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.first_start import first_start

from .card import board_card

_STAGES = tuple(Stage)


class BoardScreen(CaseScreen, inherit_bindings=False):
    """Sorts the cards of each column by the longest wait for a one-to-one."""

    stem = "board"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ONE_AT_A_TIME + 1, "-abreast"), (WIDE, "-wide")]  # noqa: RUF012 - Textual's
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards: dict[str, tuple[Summary, object, Card]] = {}

    def make_body(self) -> StageColumns:
        return StageColumns(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield PartnershipDetail(self.desk)

    @property
    def columns(self) -> StageColumns:
        """The three columns."""
        return self.query_one("#body", StageColumns)

    def key_of(self, student_id: str) -> str:
        return student_id if student_id in self.columns.keys else ""

    def draw_body(self) -> None:
        shown = self.desk.caseload.summaries
        if self.query_text:
            shown = [line for line in shown if matches(self.query_text, line.student)]
        self.columns.show(
            [Column(stage.label, [self._card(line) for line in lines]) for stage, lines in by_stage(shown).items()],
            [(Span(safe(text), look),) for text, look in self._nobody()],
        )

    def _nobody(self) -> list[tuple[str, str]]:
        """What the board says while it has no card."""
        return [("", ""), (self.desk.nobody_found, "muted")] if self.query_text else first_start(self.key)

    def _card(self, line: Summary) -> Card:
        """A student's card, kept until something on it changes, because drawing it is slow."""
        as_of = (self.desk.prose.shade, self.desk.caseload.catalogue)
        kept = self._cards.get(line.student.id)
        if kept is None or kept[0] is not line or kept[1] != as_of:
            kept = self._cards[line.student.id] = line, as_of, board_card(self.desk, line)
        return kept[2]

    def draw_detail(self) -> None:
        self.query_one(PartnershipDetail).show(self.highlighted.student)

    async def on_stage_columns_dropped(self, event: StageColumns.Dropped) -> None:
        """Ask what the move commands ask after a card is dragged. Moving on by two stages at once is refused."""
        event.stop()
        here = self.columns.column
        if event.by > 1:
            beside = _STAGES[here + 1]
            self.say(f"One stage at a time: from {_STAGES[here].label} to {beside.label}", self.highlighted.student)
        else:
            line = self.desk.caseload.summary(self.highlighted.student)
            self.run_in_background(move_to(self, line, _STAGES[here + event.by]))
