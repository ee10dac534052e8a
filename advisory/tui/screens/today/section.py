"""A list of Today: its items, how its keys are made, and how a line of facts is drawn."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar, overload

from advisory.tui.prose import width
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


Record = TypeVar("Record")


class Item(NamedTuple):
    """An item of a list: its key, and how it is drawn after the cursor's mark."""

    key: str
    draw: Callable[[int], Line]


class Items(Sequence[Item]):
    """Items made when they are looked at: of a thousand students few are in view."""

    def __init__(
        self,
        section: str,
        records: Sequence[Record],
        draw: Callable[[Record], Callable[[int], Line]],
        id_of: Callable[[Record], str] = attrgetter("id"),
    ) -> None:
        self.keys = [key_of(section, id_of(record)) for record in records]
        self._drawing_at: Callable[[int], Callable[[int], Line]] = lambda at: draw(records[at])

    def __len__(self) -> int:
        return len(self.keys)

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | Sequence[Item]:
        if isinstance(at, slice):
            return [self[one] for one in range(len(self))[at]]
        return Item(self.keys[at], self._drawing_at(at))


class Section(NamedTuple):
    """A list with a heading, or without one right below the list before it. `remark` goes below it, such as what to do when it is empty."""

    name: str
    title: str
    items: Sequence[Item]
    remark: str = ""
    across: int = 0
    """The width of an item if several share a line; 0 for one item per line."""
    more: str = "more"
    """What the items that are left out are called."""
    goes_with: str = ""
    """The list it is a part of for Tab; "" for none."""
    head: Item | None = None
    """An item on a line of its own before the others."""

    @property
    def keys(self) -> Sequence[str]:
        """The keys of the items."""
        return self.items.keys if isinstance(self.items, Items) else [item.key for item in self.items]


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
