"""The row that says that no term covers today, above or below the ages on a screen."""

from collections.abc import Iterator

from advisory.rules.days.term_words import uncovered_words
from advisory.tui.desk import Desk
from advisory.tui.prose import width
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span


def uncovered_row(desk: Desk) -> Iterator[Row]:
    """One row, or none in a term. Where the whole text has no room, it is the first sentence alone."""
    words = uncovered_words(desk.caseload.calendar, desk.caseload.today)

    def draw(cells: int) -> Line:
        first, _, _ = words.partition(". ")
        return (Span(words if width(words) <= cells else f"{first.removesuffix('.')}.", "muted"),)

    if words:
        yield Row("", draw)
