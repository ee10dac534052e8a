"""A line of a student's card, and the heading of a section of it."""

from advisory.tui.widgets.lists.lines import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.widgets.text.section_rule import section_rule


def card_row(*spans: Span, key: str = "") -> Row:
    """A line that is the same in every width; with a key it can be highlighted."""
    return Row(key, lambda _cells: spans)


def card_section(title: str) -> list[Row]:
    """A blank line, and the title with a rule behind it."""
    return [card_row(), Row("", lambda cells: section_rule(title, cells - 1))]
