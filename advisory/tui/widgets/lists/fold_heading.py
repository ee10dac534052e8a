"""The heading over some lines of a list, or in their place where they are folded."""

from collections.abc import Callable

from advisory.tui.prose import width
from advisory.tui.widgets.text.ink import Line, Span

from .lines import Row


def fold_heading(key: str, title: str, count: Callable[[], str], *, is_folded: bool) -> Row:
    """A rule with its title and how many there are; folded it can be highlighted, by its key. `count` is asked when drawn."""

    def draw(cells: int) -> Line:
        name, many = f" {title} ", count()
        if is_folded:
            return (Span("›", "accent"), Span(name, "strong"), Span(many, "muted"))
        rule = "─" * max(0, cells - 4 - width(name) - width(many))
        return (Span("──", "muted"), Span(name, "heading"), Span(f"{many} {rule}", "muted"))

    return Row(key if is_folded else "", draw)
