"""A list of Today, how the keys of its items are made, and how a line of facts is drawn."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from advisory.tui.prose import width
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell, line_width, name_cell

MORE = "more"
"""The section in the key of the line that opens the rest of a list."""
NEXT, CIRCLE, DRAFTS, PROMISES, THEIRS = "next", "circle", "drafts", "promises", "theirs"
REVIEWS, JOTS, BIRTHDAYS = "reviews", "jots", "birthdays"
ROUND, PLAN, SEASON = "round", "plan", "season"
SHORTS = 14
"""The least width of a short name in a grid, and the most in a line of facts."""
_MOST_ACROSS, _AROUND = 24, 5
"""The most cells of one place in a grid, and how many of them go to other things than the name."""


class Section(NamedTuple):
    """A list with a heading, or without one right below the list before it. `remark` goes below it, such as what to do when it is empty."""

    name: str
    title: str
    items: Sequence[Row]
    remark: str = ""
    across: int = 0
    """The width of an item if several share a line; 0 for one item per line."""
    more: str = "more"
    """What the items that are left out are called."""
    goes_with: str = ""
    """The list it is a part of for Tab; "" for none."""
    head: Row | None = None
    """An item on a line of its own before the others."""


def key_of(section: str, record_id: str) -> str:
    """The key of an item. It contains the section, because a student may be in two lists."""
    return f"{section}:{record_id}"


def size_across(names: Iterable[str]) -> int:
    """The width of a student's place in a grid: that of the longest of these names, but no more than the most."""
    size = SHORTS
    for name in names:
        size = max(size, width(name) + _AROUND)
        if size >= _MOST_ACROSS:
            return _MOST_ACROSS
    return size


def facts(glyph: str, name: str, what: str, when: str, cells: int, *, late: bool = False) -> Line:
    """A task of the advisor with its day at the end of the line: `▢ Maya   bring lab notes      today`."""
    names = min(SHORTS, cells // 3)
    front = (Span(f"{glyph} ", "due" if late else "muted"), name_cell(name, names))
    room = cells - line_width(front) - width(when) - 1
    return (*front, cell(what, max(1, room)), Span(f" {when}", "due" if late else "muted"))
