"""What the lines of a card are made of."""

from advisory.tui.widgets.ink import Span
from advisory.tui.widgets.lines import Row


def card_row(*spans: Span, key: str = "") -> Row:
    """One line; with a key it can be highlighted."""
    return Row(key, lambda _cells: spans)


def card_section(title: str) -> list[Row]:
    """A blank line and a heading."""
    return [
        card_row(),
        Row("", lambda cells: (Span(f"── {title} ", "heading"), Span("─" * max(0, cells - len(title) - 5), "muted"))),
    ]
