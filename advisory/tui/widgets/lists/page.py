"""A page of several lists and a grid, with one cursor for all of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple, overload

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from advisory.model import glyphs
from advisory.tui.widgets.text.ink import Line, Span, pad, strip
from advisory.tui.widgets.text.inked_block import changed_lines

from .body import Body
from .places import Grid, Place, Places


class Page(NamedTuple):
    """The lines to draw, and the grids on them whose items can be highlighted, in reading order."""

    lines: Sequence[Line]
    grids: Sequence[Grid]
    first: str = ""
    """The section that the cursor begins in, if it is not the first one."""

    @property
    def places(self) -> Places:
        """Where the items are."""
        return Places(self.grids)


class DrawnLater(Sequence[Line]):
    """Lines that are drawn when they are first looked at: of many students few are in view."""

    def __init__(self, lines: Sequence[Line | Callable[[], Line]]) -> None:
        self._lines = list(lines)

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        line = self._lines[at]
        if callable(line):
            line = self._lines[at] = line()
        return line


def abreast(left: Page, right: Page, x: int) -> Page:
    """Two pages side by side; the grids of the right one already count from `x` on."""

    def row(y: int) -> Line:
        return [*pad(_line(left.lines, y), x), *_line(right.lines, y)]

    height = max(len(left.lines), len(right.lines))
    return Page(DrawnLater([partial(row, y) for y in range(height)]), [*left.grids, *right.grids])


def _line(lines: Sequence[Line], y: int) -> Line:
    return lines[y] if y < len(lines) else ()


class PageBody(Body, inherit_bindings=False):
    """Draws a page made for its width. When the page changes, the cursor stays on its key, or else near where it was."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._make: Callable[[int], Page] = lambda _cells: Page((), ())
        self._made_for = Size()
        self.page = Page((), ())
        self._here: Place | None = None
        self._first = ""
        self._drawn_before: tuple[Sequence[Line], Place | None] | None = None
        """While changes wait to be drawn together: the lines and the cursor's place as of the first of them."""

    @property
    def key(self) -> str:
        return self._here.key if self._here and not self.gone else ""

    @property
    def keys(self) -> Iterable[str]:
        return self.places.keys

    @property
    def place(self) -> int:
        """Which item of its section is highlighted."""
        return self.places.number(self._here) if self._here else 0

    @property
    def places(self) -> Places:
        """Where the items are."""
        return self.page.places

    @property
    def written(self) -> str:
        here = self._here
        if here is None or self.gone:
            return ""
        drawn = strip(self.page.lines[here.y], self.cells, self.looks).crop(here.x + 1, here.x + here.width)
        return " ".join(drawn.text.split())

    def show(self, make: Callable[[int], Page]) -> None:
        """Show another page; `make` gets the width in cells, and is called again when that changes."""
        self._make = make
        self._lay_out()

    def begin(self, make: Callable[[int], Page], key: str) -> None:
        """Show a page from the top, with the cursor on this key, or else on the first place."""
        self._here, self._first = None, key
        self.scroll_to(y=0, animate=False)
        self.show(make)

    def on_resize(self) -> None:
        if self.size != self._made_for:
            self._lay_out()

    def _lay_out(self) -> None:
        self._made_for = self.size
        if not self.size.width:
            return
        before = self.page.lines, self._here
        self.page = self._make(max(1, self.size.width - 1))  # the scroll bar can appear or go without a resize
        self.virtual_size = Size(0, len(self.page.lines))
        self._here, self.gone = self._again(self._here), ""
        if self._drawn_before is None:
            self._draw_changed(*before)

    def _draw_changed(self, lines: Sequence[Line], here: Place | None) -> None:
        """Draw the lines in view that are others than these were, and those of the cursor."""
        top = self.scroll_offset.y
        seen = slice(top, top + self.size.height)
        changed = changed_lines(lines[seen], self.page.lines[seen], self.size.height)
        for y in {*(top + y for y in changed), *(place.y for place in (here, self._here) if place)}:
            self.refresh_line(y)
        self.scroll_to_cursor()
        self.post_message(self.Highlighted())

    @contextmanager
    def drawn_together(self) -> Iterator[None]:
        self._drawn_before = before = self.page.lines, self._here
        try:
            yield
        finally:
            self._drawn_before = None
            if self.page.lines is not before[0]:
                self._draw_changed(*before)

    def _again(self, before: Place | None) -> Place | None:
        """The place with the same key, or the nearest in the same section; at first, the place to begin with."""
        places = self.places
        if before is None:
            begin = places.find(self._first) if self._first else places.first_of(self.page.first)
            return begin or places.first
        return places.find(before.key) or places.nearest(before)

    def go_to_section(self, section: str) -> None:
        """Highlight the first item of a section, if it has any."""
        self._go_to(self.places.first_of(section))

    def go_to(self, key: str) -> None:
        self._go_to(self.places.find(key))

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self._put_cursor(place)

    # --- moving the cursor ----------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        step = 1 if by > 0 else -1
        for moved in range(abs(by)):
            beyond = self.places.beyond(self._here, step) if self._here else None
            if beyond is None:
                self.scroll_to(y=max(0, self.scroll_offset.y + (step if moved else by)), animate=False)
                break
            self._put_cursor(beyond)

    def move_across(self, by: int) -> None:
        """Move the cursor to the next place on the same line, or else to the next column of the page."""
        self._go_to(self.places.across(self._here, by) if self._here else None)

    def move_section(self, by: int) -> None:
        """Move the cursor to the first place of the next section; after the last section comes the first."""
        sections = self.places.sections
        if self._here is not None:
            self.go_to_section(sections[(sections.index(self._here.section) + by) % len(sections)])

    def move_to_end(self, direction: int) -> None:
        self._go_to(self.places.first if direction < 0 else self.places.last)
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False)

    def _put_cursor(self, place: Place) -> None:
        if place == self._here and not self.gone:
            return
        before, self._here, self.gone = self._here, place, ""
        for y in {place.y, before.y if before else place.y}:
            self.refresh_line(y)
        self.scroll_to_cursor()
        self.post_message(self.Highlighted())

    @property
    def cursor_lines(self) -> range:
        return range(self._here.y, self._here.y + 1) if self._here else range(0)

    @property
    def first_with_cursor(self) -> int:
        """The line above, which may be a heading."""
        return max(0, self.cursor_lines.start - 1)

    def put_cursor_at(self, x: int, y: int) -> bool:
        place = self.places.at(x, self.scroll_offset.y + y)
        if place is None:
            return False
        self._put_cursor(place)
        return True

    def render_line(self, y: int) -> Strip:
        at, cells = self.scroll_offset.y + y, self.cells
        drawn = strip(self.page.lines[at] if at < len(self.page.lines) else (), cells, self.looks)
        here = self._here
        if here is None or here.y != at or self.gone:
            return drawn
        mark = strip((Span(glyphs.CURSOR, "accent"),), 1, self.looks)
        rest = drawn.crop(here.x + 1, here.x + here.width)
        cursor = self.looks["cursor"]
        marked = [Segment(text, style + cursor if style else cursor) for text, style, _ in (*mark, *rest)]
        return Strip([*drawn.crop(0, here.x), *marked, *drawn.crop(here.x + here.width)], cells)
