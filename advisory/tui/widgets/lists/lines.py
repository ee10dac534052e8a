"""A list that draws only the rows on the screen, so that long lists are as fast as short ones."""

from collections.abc import Callable, Iterable, Sequence
from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip

from advisory.model import glyphs
from advisory.tui.widgets.text.ink import Line, Span, strip

from .body import Body
from .row import Row, WithRow, keys_in, place_in

_ALL = 1000
"""A width at which no row is cut."""


_A_FEW = 6
_MOST_DRAWN = 2000


class Lines(Body, inherit_bindings=False):
    """Rows with a cursor, which stays on the same key when the rows change.

    What was drawn of a row is kept until other rows are shown; moving the cursor and scrolling draw no row anew.
    """

    heading: Row | None = None
    """The row that stays at the top while the others scroll, if there is one."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        self._drawn: dict[int, Line] = {}
        """What was drawn last of each row, by its index."""
        self._strips: dict[tuple[int, bool], Strip] = {}
        """The same as Textual draws it, with the cursor or without."""
        self._drawn_in = 0
        """The width that these were drawn for."""
        super().__init__(id=id, classes=classes)
        self.rows: Sequence[Row] = ()
        self.at = -1
        self._stays = -1
        """The index of the heading; -1 without one."""

    @property
    def key(self) -> str:
        """The key of the highlighted row; "" if none is."""
        return self.rows[self.at].key if 0 <= self.at < len(self.rows) else ""

    def show(self, rows: Sequence[Row], key: str | None = None) -> None:
        """Show other rows, with the cursor on `key` (or the key it was on), or else on the row nearest to where it was."""
        wanted, before = self.key if key is None else key, self.rows
        self.rows = rows.rest if isinstance(rows, WithRow) else rows
        found = place_in(self.rows, wanted) if wanted else None
        if isinstance(before, WithRow) and self.gone and key is None and found is None:
            self.rows, found = WithRow(self.rows, before.at, before.more), min(before.at, len(self.rows))
        else:
            self.gone = ""
        self._stays = -1 if self.heading is None or self.heading not in self.rows else self.rows.index(self.heading)
        self.virtual_size = Size(0, len(self.rows))
        self._put_cursor(self._nearest(max(self.at, 0)) if found is None else found, announce=True)
        self._refresh_changed()

    def _refresh_changed(self) -> None:
        """Redraw the rows that differ from what was drawn last, or all of them if those are more than a few."""
        top, cells, before = self.scroll_offset.y, self.cells, self._drawn
        self._drawn = {at: self._line(at, cells) for at in range(top, top + self.size.height)}
        changed = [at for at, line in self._drawn.items() if before.get(at) != line]
        gone = {*changed, *(before.keys() - self._drawn.keys())}
        self._strips = {its: strip for its, strip in self._strips.items() if its[0] not in gone}
        if len(changed) > _A_FEW:
            super().refresh()
            return
        for at in changed:
            self.refresh_line(at)

    def _line(self, at: int, cells: int) -> Line:
        return tuple(self.rows[at].draw(cells - 2)) if 0 <= at < len(self.rows) else ()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Draw parts of it once more, or, without any, everything anew."""
        if repaint and not (regions or layout):
            self._drawn.clear()
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()

    def forget(self) -> None:
        """Drop all rows and what was drawn of them, and scroll back to the top."""
        self.rows, self.at, self.gone, self.pointed_at = (), -1, "", ""
        self.refresh()
        self.scroll_to(y=0, animate=False)

    @property
    def keys(self) -> Iterable[str]:
        return keys_in(self.rows)

    @property
    def place(self) -> int:
        return max(0, self.at)

    @property
    def written(self) -> str:
        drawn = self.rows[self.at].draw(_ALL) if self.key else ()
        return " ".join("".join(span.text for span in drawn).split())

    def stay_with(self, student_id: str, draw: Callable[[int], Line], key: str, place: int) -> None:
        self.gone = student_id
        rest = self.rows.rest if isinstance(self.rows, WithRow) else self.rows
        self.rows = WithRow(rest, place, Row(key, draw))
        self.virtual_size = Size(0, len(self.rows))
        self._put_cursor(self.rows.at, announce=True)
        self.refresh()

    def let_go(self) -> None:
        if self.gone:
            self.show(self.rows, "")

    def go_to(self, key: str) -> None:
        """Put the cursor on the row with this key."""
        self.show(self.rows, key)

    def has(self, key: str) -> bool:
        """Whether one of the rows has this key."""
        return place_in(self.rows, key) is not None

    def is_in_view(self, key: str) -> bool:
        """Whether the row with this key is drawn now."""
        at, top = place_in(self.rows, key), self.scroll_offset.y
        return at is not None and top + self.covered_height <= at < top + self.scrolled_height

    def refresh_row(self, key: str) -> None:
        """Draw one row anew."""
        at = place_in(self.rows, key)
        if at is not None:
            self._drawn.pop(at, None)
            for is_cursor in (True, False):
                self._strips.pop((at, is_cursor), None)
            self.refresh_line(at)

    def move(self, by: int) -> None:
        """Move the cursor, skipping rows that can't be highlighted; at either end, scroll instead."""
        step, at, left = (1 if by > 0 else -1), self.at, abs(by)
        reached = at
        while left and 0 <= at + step < len(self.rows):
            at += step
            if self.rows[at].key:
                reached, left = at, left - 1
        if reached == self.at:  # no other row to highlight, but perhaps more to read
            self.scroll_to(y=max(0, self.scroll_offset.y + by), animate=False)
        self._put_cursor(reached)

    def move_to_end(self, direction: int) -> None:
        """Move the cursor to the first row or the last one."""
        self._put_cursor(self._nearest(0 if direction < 0 else len(self.rows)))
        self.scroll_to(y=0 if direction < 0 else self.max_scroll_y, animate=False)

    def _nearest(self, at: int) -> int:
        """The nearest row that can be highlighted, the upper one if there are two; -1 if there is none."""
        last = len(self.rows) - 1
        here = min(at, last)
        for away in range(max(here, last - here) + 1):
            for row in (here - away, here + away):
                if 0 <= row <= last and self.rows[row].key:
                    return row
        return -1

    def _put_cursor(self, at: int, *, announce: bool = False) -> None:
        if at == self.at and not announce:
            return
        if isinstance(self.rows, WithRow) and at != self.rows.at:  # the cursor leaves the row that stood in
            at -= at > self.rows.at
            self.rows, self.gone = self.rows.rest, ""
            self.virtual_size = Size(0, len(self.rows))
            self.refresh()
        before, self.at = self.at, at
        for row in {before, at}:
            if row >= 0:
                self.refresh_line(row)
        self.scroll_to_cursor()
        self.post_message(self.Highlighted())

    @property
    def cursor_lines(self) -> range:
        return range(self.at, self.at + 1) if self.at >= 0 else range(0)

    @property
    def first_with_cursor(self) -> int:
        """The first of the headings right above the highlighted row, and one line more for the heading that stays."""
        first = next((row + 1 for row in range(self.at - 1, -1, -1) if self.rows[row].key), 0)
        return first - 1 if 0 <= self._stays < first else first

    @property
    def covered_height(self) -> int:
        return int(0 <= self._stays < self.scroll_offset.y)

    @property
    def page_size(self) -> int:
        return super().page_size - (self._stays >= 0)

    def _drawn_at(self, y: int) -> int:
        """The index of the row that is drawn on a line of the widget."""
        top = self.scroll_offset.y
        return self._stays if y == 0 and 0 <= self._stays < top else top + y

    def put_cursor_at(self, x: int, y: int) -> bool:  # noqa: ARG002 - a row takes the whole line
        at = self._drawn_at(y)
        if not (0 <= at < len(self.rows) and self.rows[at].key):
            return False
        self._put_cursor(at)
        return True

    def render_line(self, y: int) -> Strip:
        at, cells = self._drawn_at(y), self.cells
        if cells != self._drawn_in or len(self._strips) > _MOST_DRAWN:
            self._drawn_in = cells
            self._drawn.clear()
            self._strips.clear()
        its = at, at == self.at
        if its not in self._strips:
            if at not in self._drawn:
                self._drawn[at] = self._line(at, cells)
            self._strips[its] = self._strip(self._drawn[at], cells, is_cursor=at == self.at, is_row=at < len(self.rows))
        return self._strips[its]

    def _strip(self, line: Line, cells: int, *, is_cursor: bool, is_row: bool) -> Strip:
        if not is_row:
            return strip((), cells, self.looks)
        mark = Span(f"{glyphs.CURSOR} " if is_cursor else "  ", "accent")
        return strip((mark, *line), cells, self.looks, is_cursor=is_cursor)
