"""Where the items of a page are. They lie in grids; an item's place is worked out only when it is asked for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where an item is drawn on the page, in cells. Its first cell is left free for the cursor's mark.

    The cursor moves up and down within a `column` of the page, and from one `section` to the next with Tab.
    """

    key: str
    section: str
    column: int
    x: int
    y: int
    width: int


class Grid(NamedTuple):
    """Items of one section in reading order, `in_a_line` of them side by side. The first is at cell `x` of line `y`."""

    keys: Sequence[str]
    section: str
    column: int
    x: int
    y: int
    width: int
    """How many cells an item has."""
    in_a_line: int = 1

    @property
    def lines(self) -> range:
        """The lines of the page that it takes."""
        return range(self.y, self.y + -(-len(self.keys) // self.in_a_line))

    def place(self, at: int) -> Place:
        """Where the item with this index is."""
        down, right = divmod(at, self.in_a_line)
        x, y = self.x + right * self.width, self.y + down
        return Place(self.keys[at], self.section, self.column, x, y, self.width)

    def on_line(self, y: int) -> list[Place]:
        """The places on a line of the page."""
        first = (y - self.y) * self.in_a_line
        return [self.place(at) for at in range(max(0, first), min(first + self.in_a_line, len(self.keys)))]

    def line_near(self, y: int) -> int:
        """The line of this grid that is nearest to a line of the page."""
        return min(max(y, self.lines.start), self.lines.stop - 1)


class Places:
    """All places of a page, in reading order."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        self._grids = [grid for grid in grids if grid.keys]

    def __iter__(self) -> Iterator[Place]:
        return (grid.place(at) for grid in self._grids for at in range(len(grid.keys)))

    @property
    def keys(self) -> Iterator[str]:
        """The keys of all items."""
        return (key for grid in self._grids for key in grid.keys)

    @property
    def first(self) -> Place | None:
        """The first place; None if there is none."""
        return self._grids[0].place(0) if self._grids else None

    @property
    def last(self) -> Place | None:
        """The last place; None if there is none."""
        return self._grids[-1].place(len(self._grids[-1].keys) - 1) if self._grids else None

    @property
    def sections(self) -> list[str]:
        """The sections in which there are items."""
        return list(dict.fromkeys(grid.section for grid in self._grids))

    def find(self, key: str) -> Place | None:
        """The place of the first item with this key; None if there is none."""
        return next((grid.place(grid.keys.index(key)) for grid in self._grids if key in grid.keys), None)

    def first_of(self, section: str) -> Place | None:
        """The first place of a section; None if it has no items."""
        return next((grid.place(0) for grid in self._grids if grid.section == section), None)

    def number(self, place: Place) -> int:
        """Which item of its section is at this place, counted from 0."""
        before = 0
        for grid in self._grids:
            if grid.section == place.section:
                if place.key in grid.keys:
                    return before + grid.keys.index(place.key)
                before += len(grid.keys)
        raise KeyError(place.key)

    def at(self, x: int, y: int) -> Place | None:
        """The place that covers a cell of the page; None if there is none."""
        return next((one for grid in self._grids for one in grid.on_line(y) if one.x <= x < one.x + one.width), None)

    # --- from one place to another --------------------------------------------------------------------------------

    def nearest(self, place: Place) -> Place | None:
        """The place of the same section that is nearest to one of an earlier page, or else the first place."""
        there = [one for grid in self._grids if grid.section == place.section for one in _near(grid, place)]
        return min(there, key=lambda one: (abs(one.y - place.y), abs(one.x - place.x)), default=self.first)

    def beyond(self, here: Place, step: int) -> Place | None:
        """The place nearest to `here` on the next line of the same column, below if `step` is 1, above if it is -1; None if there is none."""
        grids = [grid for grid in self._grids if grid.column == here.column]
        near = ((grid, grid.line_near(here.y + step)) for grid in grids)
        there = [one for grid, y in near if (y - here.y) * step > 0 for one in grid.on_line(y)]
        return min(there, key=lambda one: (abs(one.y - here.y), abs(one.x - here.x)), default=None)

    def across(self, here: Place, by: int) -> Place | None:
        """The next place on the same line, to the right or, if `by` is negative, to the left; or else the nearest in another column."""
        on_line = [grid for grid in self._grids if grid.column == here.column and here.y in grid.lines]
        elsewhere = [grid for grid in self._grids if grid.column != here.column]
        for grids in (on_line, elsewhere):
            there = [one for grid in grids for one in _near(grid, here) if (one.x - here.x) * by > 0]
            if there:
                return min(
                    there, key=lambda one: (abs(one.column - here.column), abs(one.y - here.y), abs(one.x - here.x))
                )
        return None


def _near(grid: Grid, place: Place) -> list[Place]:
    """The places of a grid on its line that is nearest to this place."""
    return grid.on_line(grid.line_near(place.y))
