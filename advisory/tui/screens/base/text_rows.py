"""Rows of plain text for lists, and the headings of their sections."""

from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.widgets.text.section_rule import section_rule


def text_row(*spans: Span, key: str = "") -> Row:
    """A row that is the same at every width. With a key it can be highlighted."""
    return Row(key, lambda _cells: spans)


def section_heading(title: str) -> list[Row]:
    """A blank row, then the title followed by a rule."""
    return [text_row(), Row("", lambda cells: section_rule(title, cells - 1))]
