"""Rows of plain text for lists, and the headings of their sections."""

from advisory.tui.prose import width
from advisory.tui.widgets.lists.lines import Row
from advisory.tui.widgets.text.ink import Span


def text_row(*spans: Span, key: str = "") -> Row:
    """A row that is the same at every width. With a key it can be highlighted."""
    return Row(key, lambda _cells: spans)


def section_heading(title: str) -> list[Row]:
    """A blank row, then the title followed by a rule."""
    return [
        text_row(),
        Row("", lambda cells: (Span(f"── {title} ", "heading"), Span("─" * max(0, cells - width(title) - 5), "muted"))),
    ]
