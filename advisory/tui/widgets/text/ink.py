"""Spans of safe text with a look each, and how they become what Textual draws.

A line is a pure function of what it shows; looks are named here and coloured in base.tcss.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from advisory.tui.prose import cut, fit, fit_name, width


class Span(NamedTuple):
    """Some text in one look; "" is the plain one."""

    text: str
    look: str = ""


Line = Sequence[Span]
LOOKS = ("muted", "strong", "accent", "mine", "good", "heading", "key")
"""`mine` marks the advisor's own tasks, and never a student's name."""
COMPONENTS = frozenset(f"ink--{look}" for look in (*LOOKS, "cursor"))


def line_width(line: Line) -> int:
    """Cells a line takes."""
    return sum(width(span.text) for span in line)


def clip(line: Line, cells: int) -> list[Span]:
    """As much of a line as fits, with an ellipsis where it was cut."""
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
    """A line of just so many cells."""
    kept = clip(line, cells)
    room = cells - line_width(kept)
    return [*kept, Span(" " * room)] if room > 0 else kept


def cell(text: str, cells: int, look: str = "") -> Span:
    """One cell of a table with a blank behind it."""
    return Span(fit(text, cells - 1) + " ", look)


def name_cell(name: str, cells: int, look: str = "strong") -> Span:
    """The same for a student's name, which keeps what tells it apart when it is cut."""
    return Span(fit_name(name, cells - 1) + " ", look)


def beside(lines: Iterable[Line], cells: int) -> list[list[Span]]:
    """A block of lines, each filled to the same width, to stand beside another."""
    return [pad(line, cells) for line in lines]


def strip(line: Line, cells: int, styles: Mapping[str, Style], *, is_cursor: bool = False) -> Strip:
    """What Textual draws for a line: padded to `cells`, the cursor's background over all of it."""
    over = styles["cursor"] if is_cursor else Style.null()
    segments = [Segment(span.text, styles[span.look] + over) for span in pad(line, cells)]
    return Strip(segments, cells)
