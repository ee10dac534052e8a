"""The school year: a chart of how many partnerships were in each stage, and below it the path of each one."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import BindingType

from advisory.caseload.year.year import year_of_partnerships
from advisory.exchange.picture.picture import Picture
from advisory.rules.days.school_days import school_year
from advisory.rules.overview.partnership_weeks import StagePath, path_words
from advisory.rules.partnership.stage_gate import LETTER, STAGES
from advisory.tui.commands.registry import bindings_of
from advisory.tui.desk import Desk
from advisory.tui.prose import width
from advisory.tui.screens.base.over_screen import OverScreen
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell
from advisory.tui.widgets.text.section_rule import section_rule

from .chart import year_chart

_LOWEST = 4
"""The smallest height of the chart; on taller screens it is two fifths of the height."""
_LEAST, _MOST = 20, 30
"""The smallest and largest width of a name, in cells; between them it takes a third of the row."""


class YearScreen(OverScreen, inherit_bindings=False):
    """Opens over a mode. Enter opens the card of the highlighted student."""

    stem = "year"
    is_made_for_size = True
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_of(stem))

    def make_body(self) -> Lines:
        return Lines(id="body")

    @property
    def lines(self) -> Lines:
        """The list, which holds the chart and the paths."""
        return self.query_one("#body", Lines)

    def draw_body(self) -> None:
        if self.lines.cells:
            self.lines.show(list(self._rows(self.lines.cells - 2, self.lines.size.height)))

    def picture(self, name_of: Callable[[str], str]) -> Picture:
        """What is shown, to be written to a file; `name_of` gives the name to show for a student's id."""
        from advisory.exchange.picture.year_picture import year_picture

        return year_picture(year_of_partnerships(self.desk.caseload), self.desk.caseload.today, name_of)

    def _rows(self, cells: int, height: int) -> Iterator[Row]:
        year, first = year_of_partnerships(self.desk.caseload), school_year(self.desk.caseload.today)
        yield _heading(f"Students by stage, each school week of {first}-{(first + 1) % 100:02}")
        for line in year_chart(year, cells, max(_LOWEST, height * 2 // 5)):
            yield text_row(*line)
        yield _heading(" · ".join(f"{LETTER[stage]} {stage.label}" for stage in STAGES))
        for path in year.paths:
            yield _path_row(self.desk, path)


def _heading(text: str) -> Row:
    return Row("", lambda cells: section_rule(text, cells))


def _path_row(desk: Desk, path: StagePath) -> Row:
    """A student's path: `Maya Okafor  R 31 Aug → A 5 Oct`. If it is too long, the latest steps are shown."""

    def draw(cells: int) -> Line:
        names = min(_MOST, max(_LEAST, cells // 3))
        steps, today = len(path.steps), desk.caseload.today
        while steps > 1 and width(path_words(path, today, steps)) > cells - names:
            steps -= 1
        return (cell(desk.name(path.student_id), names, "strong"), Span(path_words(path, today, steps)))

    return Row(path.student_id, draw)
