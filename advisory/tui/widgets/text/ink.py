"""Lines of safe text in which each span has a look. The looks are named here and colored in base.tcss."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from advisory.tui.prose import cut, cut_name, fit, fit_name, width


class Span(NamedTuple):
    """A piece of text in one look; "" is the plain look."""

    text: str
    look: str = ""


Line = Sequence[Span]
LOOKS = ("muted", "strong", "accent", "mine", "due", "good", "heading", "key")
"""`mine` marks the advisor's own tasks, `due` a promise or a review whose day has come; neither ever marks a student."""
COMPONENTS = {look: f"ink--{look}" for look in (*LOOKS, "cursor")}
"""Each look's component class. Every screen has them all, once for its widgets: styling them is half of opening a screen."""


def looks_in(widget: Widget) -> dict[str, Style]:
    """The style of each look on this widget's background, and the cursor's background, in the current theme."""
    base = widget.rich_style
    inks = {look: widget.screen.get_component_rich_style(name, partial=True) for look, name in COMPONENTS.items()}
    return {"": base, **{look: base + inks[look] for look in LOOKS}, "cursor": inks["cursor"]}


def line_width(line: Line) -> int:
    """The width of a line in cells."""
    return sum(width(span.text) for span in line)


def clip(line: Line, cells: int) -> list[Span]:
    """As much of a line as fits, with an ellipsis where it is cut."""
    room, kept = cells, []
    for span in line:
        if room <= 0:
            break
        text = cut(span.text, room)
        kept.append(Span(text, span.look))
        room -= width(text)
        if text != span.text:
            break
    return kept


def pad(line: Line, cells: int) -> list[Span]:
    """The line cut or filled to exactly this width."""
    room = cells - line_width(line)
    if room <= 0:
        line = clip(line, cells)
        room = cells - line_width(line)
    return [*line, Span(" " * room)] if room > 0 else list(line)


def cell(text: str, cells: int, look: str = "") -> Span:
    """A table cell, with a space at its end."""
    return Span(fit(text, cells - 1) + " ", look)


def name_cell(name: str, cells: int, look: str = "strong") -> Span:
    """A table cell with a student's name; when it is cut, it stays distinct from similar names."""
    return Span(fit_name(name, cells - 1) + " ", look)


STILL = "still highlighted"
"""What a row says that stands in for another, where it isn't known why the other has left."""


_NAME_LEAST, _WHY_LEAST = 9, 6
"""The least width of the name of a student who stays highlighted, and of what happened, which gives way to it."""


def stand_in(name: str, cells: int, why: str) -> Line:
    """The row of a student who stays highlighted though their own row has left the list, and what happened."""
    behind = f" · {why}"
    names = cut_name(name, max(cells - width(behind), min(_NAME_LEAST, cells)))
    room = cells - width(names)
    return (Span(names, "strong"), Span(cut(behind, room) if room >= _WHY_LEAST else "", "muted"))


def strip(line: Line, cells: int, styles: Mapping[str, Style], *, is_cursor: bool = False) -> Strip:
    """The line as Textual draws it: filled to this width, with the cursor's background if the cursor is on it."""
    spans = pad(line, cells)
    if not is_cursor:
        return Strip([Segment(span.text, styles[span.look]) for span in spans], cells)
    over = styles["cursor"]
    return Strip([Segment(span.text, styles[span.look] + over) for span in spans], cells)
