"""The heading of a part of a list that can be folded away."""

from collections.abc import Callable

from advisory.model import glyphs
from advisory.tui.prose import width
from advisory.tui.widgets.text.ink import Line, Span

from .row import Row


def fold_heading(key: str, title: str, count: Callable[[], str], *, is_folded: bool) -> Row:
    """The title, and how many rows there are. Only a folded heading can be highlighted. `count` is called when drawing."""

    def draw(cells: int) -> Line:
        name, many = f" {title} ", count()
        if is_folded:
            return (Span(glyphs.FOLDED, "accent"), Span(name, "strong"), Span(many, "muted"))
        rule = "─" * max(0, cells - 4 - width(name) - width(many))
        return (Span("──", "muted"), Span(name, "heading"), Span(f"{many} {rule}", "muted"))

    return Row(key if is_folded else "", draw)
