"""The rows of those who left, at the end of the caseload: a heading that opens and closes, and a row for each."""

from collections.abc import Callable

from advisory.casework.student.unarchive import who_left
from advisory.model import Student, glyphs
from advisory.rules.names.finding import matches
from advisory.tui.commands.student.leaving import left_words
from advisory.tui.desk import Desk
from advisory.tui.screens.base.text_rows import text_row
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, name_cell

LEFT = "left"
"""The key of the heading. No student's id is a word."""
_NAMES = 28


def left_rows(desk: Desk, query: str, *, is_folded: bool) -> list[Row]:
    """`Left · 3`, and who they are unless that is folded; while a name is looked for, it isn't. Nothing if nobody left."""
    left = [one for one in who_left(desk.caseload) if matches(query, one)]
    if not left:
        return []
    is_folded = is_folded and not query
    mark = glyphs.FOLDED if is_folded else " "
    heading = text_row(Span(f"{mark} ", "accent"), Span(f"Left · {len(left)}", "strong"), key=LEFT)
    return [text_row(), heading, *([] if is_folded else [Row(one.id, _drawing(desk, one)) for one in left])]


def _drawing(desk: Desk, student: Student) -> Callable[[int], Line]:
    def draw(cells: int) -> Line:
        name = name_cell(desk.name(student.id), min(_NAMES, cells // 2))
        return (name, Span(f"  {left_words(desk, student)}", "muted"))

    return draw
