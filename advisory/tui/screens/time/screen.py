"""Who gets the advisor's time this term: the students with bars and numbers, the quietest first, and the weeks in a chart."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import BindingType

from advisory.exchange.picture.picture import Picture
from advisory.tui.commands.registry import bindings_of
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.widgets.lists.lines import Lines

from .rows import time_rows


class TimeScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode or the Friday review. Enter opens the card of the highlighted student."""

    stem = "time"
    is_made_for_size = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    def draw_body(self) -> None:
        lines = self.query_one("#body", Lines)
        if lines.cells:
            lines.show(time_rows(self.desk, self.desk.caseload.time_given, lines.cells - 2, lines.size.height))

    def picture(self, name_of: Callable[[str], str]) -> Picture:
        """What is shown, to be written to a file; `name_of` gives the name to show for a student's id."""
        from advisory.exchange.picture.time_picture import time_picture

        return time_picture(self.desk.caseload.time_given, self.desk.caseload.today, name_of)
