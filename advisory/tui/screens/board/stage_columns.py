"""The board's widget: columns of cards with a cursor, drawn line by line; a card can be dragged to another column.

Each column scrolls by itself, and one too long for the screen has low cards.
"""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from advisory.model import glyphs
from advisory.tui.prose import width
from advisory.tui.widgets.text.ink import Line, Span, pad, strip

from .scrolled_columns import Column, ScrolledColumns
from .stage_card import LOW_LINES, bottom_edge


class StageColumns(ScrolledColumns, inherit_bindings=False):
    """Columns of cards. The highlighted card has a heavy edge."""

    class Dropped(Message):
        """The highlighted card was dropped `by` columns to the right, or to the left when negative."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._empty: Sequence[Line] = ()
        self.drop_column: int | None = None
        """The column under a card that is being dragged; None while none is dragged."""
        self._was_dragged = False

    def show(self, columns: Sequence[Column], empty: Sequence[Line] = ()) -> None:
        """Show other columns, keeping the cursor on the same student; if they have no card, show `empty` below the titles."""
        key = self.key
        self.columns, self.gone = columns, ""
        self._tops = [*self._tops, *[0] * len(columns)][: len(columns)]
        self._empty = () if any(column.cards for column in columns) else empty
        if not self._find(key) and not self.key:
            self._go_to_nearest_cards()
        self._clamp()
        self._announce()

    def on_resize(self) -> None:
        """Scroll anew: cards are lower on a lower screen."""
        self.scroll_to_cursor()
        self.refresh()

    @property
    def place(self) -> int:
        return self._left_at if self.gone else self.row

    def go_to(self, key: str) -> None:
        before = self.column, self.row
        if self._find(key):
            self._moved(before)

    def _find(self, key: str) -> bool:
        for at, column in enumerate(self.columns):
            for row, card in enumerate(column.cards):
                if key and card.key == key:
                    self.column, self.row = at, row
                    return True
        return False

    def _go_to_nearest_cards(self) -> None:
        around = sorted(range(len(self.columns)), key=lambda at: abs(at - self.column))
        self.column = next((at for at in around if self.columns[at].cards), self.column)

    def _clamp(self) -> None:
        self.row = max(0, min(self.row, len(self.columns[self.column].cards) - 1))

    # --- moving about ---------------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        before = self.column, self.row
        self.row = self.place_after(self.row, by)
        self._clamp()
        self._moved(before)

    @property
    def page_size(self) -> int:
        return self.scrolled_height // self.height_of(self.column)

    def move_to_end(self, direction: int) -> None:
        self.move(direction * sum(len(column.cards) for column in self.columns))

    def move_section(self, by: int) -> None:
        self.move_across(by)

    def move_across(self, by: int) -> None:
        """Move to a neighboring column. Empty columns are skipped, unless only one column is shown."""
        at = self.column + by
        while not self.is_narrow and 0 <= at < len(self.columns) and not self.columns[at].cards:
            at += by
        if 0 <= at < len(self.columns):
            before = self.column, self.row
            self.column = at
            self._clamp()
            self._moved(before)

    def _moved(self, before: tuple[int, int]) -> None:
        """Redraw the card that was highlighted and the one that is now, or everything after scrolling."""
        self.gone = ""
        if self.is_narrow and before[0] != self.column:
            self._announce()
            return
        if self._scroll_to_cursor():
            self.refresh()
        else:
            for column, row in {before, (self.column, self.row)}:
                region = Region(0, self.top_of(column, row), self.size.width, self.height_of(column))
                self.refresh(region.intersection(self.size.region))
        self.post_message(self.Highlighted())

    def _announce(self) -> None:
        self.scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    # --- the mouse ------------------------------------------------------------------------------------------------

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._was_dragged = False
        found = self._at(event.x, event.y)
        if self.can_focus and found is not None and event.button == 1:
            before = self.column, self.row
            self.column, self.row = found
            self._moved(before)
            if not self.is_narrow:
                self.capture_mouse()
                self.drop_column = self.column

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.drop_column is not None:
            over = self._column_at(event.x)
            if over != self.drop_column:
                self.drop_column, self._was_dragged = over, True
                self.refresh_line(0)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self.drop_column is None:
            return
        over = self._column_at(event.x)
        self._let_go()
        if over != self.column:
            self._was_dragged = True
            self.post_message(self.Dropped(over - self.column))

    def on_mouse_release(self) -> None:
        """Stop dragging when something else captures the mouse, such as a dialog."""
        self._let_go()

    def _let_go(self) -> None:
        if self.drop_column is not None:
            self.drop_column = None
            self.release_mouse()
            self.refresh_line(0)

    def put_cursor_at(self, x: int, y: int) -> bool:
        """Pressing the button has put the cursor on a card already; the title of a single column leads to the next."""
        if y == 0 and self.is_narrow and not self._was_dragged:
            self.move_across(1 if self.column + 1 < len(self.columns) else -self.column)
        return not self._was_dragged and self._at(x, y) == (self.column, self.row)

    # --- drawing --------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        shown, cells = self._shown()
        if y == 0:
            return strip(self._titles(cells), self.cells, self.looks)
        if self._empty:
            return strip(self._empty[y - 1] if y <= len(self._empty) else (), self.cells, self.looks)
        looks, blank = self.looks, Segment(" " * cells, self.looks[""])
        segments: list[Segment] = []
        here = None if self.gone else (self.column, self.row)
        for column in shown:
            cards, lines = self.columns[column].cards, self.lines_of(column)
            row, part = divmod(self._tops[column] + y - 1, self.height_of(column))
            if row < len(cards):
                drawn = cards[row].drawn(cells, lines, is_here=(column, row) == here)[part]
                segments += [Segment(text, looks[look]) for text, look in drawn]
            elif row == len(cards) and part == 0 and lines == LOW_LINES:
                segments += [Segment(text, looks[look]) for text, look in pad(bottom_edge(cells), cells)]
            else:
                segments.append(blank)
        rest = self.cells - cells * len(shown)
        return Strip([*segments, Segment(" " * rest, looks[""])], self.cells)

    def _titles(self, cells: int) -> list[Span]:
        if self.is_narrow:
            shown = [(at, f" {column.title} {len(column.cards)}") for at, column in enumerate(self.columns)]
            return [
                Span(f"{title}{self._beyond(at, self.cells)}  ", "heading")
                if at == self.column
                else Span(f"{title}  ", "muted")
                for at, title in shown
            ]
        return [span for at in range(len(self.columns)) for span in pad(self._title(at, cells), cells)]

    def _title(self, at: int, cells: int) -> list[Span]:
        """The title of a column, or an invitation to drop the card while one is dragged over it."""
        column = self.columns[at]
        if self.drop_column == at != self.column:
            return [Span(f"{glyphs.CURSOR} {column.title} · let go here", "key")]
        title = f" {column.title} {len(column.cards)}"
        return [Span(title, "heading"), Span(self._beyond(at, cells - width(title)), "muted")]
