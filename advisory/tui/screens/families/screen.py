"""What went home this term: each family with its last good word, the longest without one first."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from advisory.tui.commands.registry import bindings_of
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.widgets.lists.lines import Lines

from .detail_pane import FamilyDetail
from .rows import family_rows


class FamiliesScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode or the Friday review. Enter opens the card of the highlighted student."""

    stem = "families"
    is_made_for_size = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def detail_pane(self) -> Iterable[Widget]:
        yield FamilyDetail(self.desk)

    def draw_body(self) -> None:
        lines = self.query_one("#body", Lines)
        if lines.cells:
            lines.show(list(family_rows(self.desk, self.desk.caseload.home_words, lines.cells - 2)))

    def draw_detail(self) -> None:
        self.query_one(FamilyDetail).show(self.highlighted.student)

    def say(self, text: str, student_id: str = "") -> None:
        """Show a message, or, where there is none, the keys that matter here."""
        wanted = (("check-in", "writes down a call"), ("open", "their card"), ("edit-student", "who is at home"))
        super().say(text or " · ".join(f"{self.key(one)} {what}" for one, what in wanted), student_id)
