"""The board's widget: columns of cards with a cursor, drawn line by line; a card can be dragged to another column."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from advisory.model import glyphs
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.text.ink import Span, pad, strip

from .stage_card import Card

ONE_AT_A_TIME = 60
"""Up to this screen width, in cells, only one column is shown."""
ROOMY = 30
"""Screen height from which a card has ROOMY_LINES lines of text."""
USUAL_LINES, ROOMY_LINES = 3, 4


class Column(NamedTuple):
    """A stage and its cards."""

    title: str
    cards: Sequence[Card]


class StageColumns(Body, inherit_bindings=False):
    """Columns of cards. The highlighted card has a heavy edge."""

    class Dropped(Message):
        """The highlighted card was dropped `by` columns to the right, or to the left when negative."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.column, self.row = 0, 0
        self.drop_column: int | None = None
        """The column under a card that is being dragged; None while none is dragged."""
        self._was_dragged = False

    @property
    def key(self) -> str:
        cards = self.columns[self.column].cards if self.columns and not self.gone else ()
        return cards[self.row].key if self.row < len(cards) else ""

    @property
    def keys(self) -> Iterable[str]:
        return (card.key for column in self.columns for card in column.cards)

    @property
    def is_narrow(self) -> bool:
        """Whether only one column fits."""
        return self.screen.size.width <= ONE_AT_A_TIME

    @property
    def lines(self) -> int:
        """How many lines of text a card has."""
        return ROOMY_LINES if self.screen.size.height >= ROOMY else USUAL_LINES

    @property
    def card(self) -> int:
        """The height of a card in lines, with its two edges."""
        return self.lines + 2

    def show(self, columns: Sequence[Column]) -> None:
        """Show other columns, keeping the cursor on the same student."""
        key = self.key
        self.columns, self.gone = columns, ""
        self._measure()
        if not self._find(key) and not self.key:
            self._go_to_nearest_cards()
        self._clamp()
        self._announce()

    def _measure(self) -> None:
        self.virtual_size = Size(0, 1 + self.card * max((len(column.cards) for column in self.columns), default=0))

    def on_resize(self) -> None:
        """Measure again: cards are taller on a taller screen."""
        self._measure()

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
        cards = self.columns[self.column].cards if self.columns else ()
        self.row = max(0, min(self.row, len(cards) - 1))

    # --- moving about ---------------------------------------------------------------------------------------------

    def move(self, by: int) -> None:
        before = self.column, self.row
        self.row += by
        self._clamp()
        self._moved(before)

    @property
    def page_size(self) -> int:
        return self.scrolled_height // self.card

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
        """Redraw the card that was highlighted and the one that is now."""
        self.gone = ""
        if self.is_narrow and before[0] != self.column:
            self._announce()
            return
        self.scroll_to_cursor()
        for row in {before[1], self.row}:
            self.refresh(Region(0, 1 + row * self.card - self.scroll_offset.y, self.size.width, self.card))
        self.post_message(self.Highlighted())

    def _announce(self) -> None:
        self.scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted())

    @property
    def scrolled_height(self) -> int:
        return self.size.height - 1

    @property
    def cursor_lines(self) -> range:
        return range(self.row * self.card, (self.row + 1) * self.card)

    # --- the mouse ------------------------------------------------------------------------------------------------

    def _at(self, x: int, y: int) -> tuple[int, int] | None:
        """The column and row of the card drawn in this cell of the widget."""
        column = self._column_at(x)
        row = (self.scroll_offset.y + y - 1) // self.card
        if y < 1 or column is None or not 0 <= row < len(self.columns[column].cards):
            return None
        return column, row

    def _column_at(self, x: int) -> int | None:
        shown, cells = self._shown()
        return shown[max(0, min(x // max(1, cells), len(shown) - 1))] if shown else None

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
            if over is not None and over != self.drop_column:
                self.drop_column, self._was_dragged = over, True
                self.refresh_line(self.scroll_offset.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self.drop_column is None:
            return
        over = self._column_at(event.x)
        self._let_go()
        if over is not None and over != self.column:
            self._was_dragged = True
            self.post_message(self.Dropped(over - self.column))

    def on_mouse_release(self) -> None:
        """Stop dragging when something else captures the mouse, such as a dialog."""
        self._let_go()

    def _let_go(self) -> None:
        if self.drop_column is not None:
            self.drop_column = None
            self.release_mouse()
            self.refresh_line(self.scroll_offset.y)

    def put_cursor_at(self, x: int, y: int) -> bool:
        """Pressing the button has put the cursor on a card already; the title of a single column leads to the next."""
        if y == 0 and self.is_narrow and not self._was_dragged:
            self.move_across(1 if self.column + 1 < len(self.columns) else -self.column)
        return not self._was_dragged and self._at(x, y) == (self.column, self.row)

    # --- drawing --------------------------------------------------------------------------------------------------

    def _shown(self) -> tuple[list[int], int]:
        """The columns that fit, and the width of each in cells."""
        every = list(range(len(self.columns)))
        shown = [self.column] if self.is_narrow else every
        return shown, self.cells // max(1, len(shown))

    def render_line(self, y: int) -> Strip:
        shown, cells = self._shown()
        if y == 0:
            return strip(self._titles(cells), self.cells, self.looks)
        row, part = divmod(self.scroll_offset.y + y - 1, self.card)
        looks, blank = self.looks, Segment(" " * cells, self.looks[""])
        segments: list[Segment] = []
        for column in shown:
            cards = self.columns[column].cards
            if row >= len(cards):
                segments.append(blank)
                continue
            drawn = cards[row].drawn(
                cells, self.lines, is_here=(column, row) == (self.column, self.row) and not self.gone
            )
            segments += [Segment(text, looks[look]) for text, look in drawn[part]]
        rest = self.cells - cells * len(shown)
        return Strip([*segments, Segment(" " * rest, looks[""])], self.cells)

    def _titles(self, cells: int) -> list[Span]:
        titles = [(at, f" {column.title} {len(column.cards)}") for at, column in enumerate(self.columns)]
        if self.is_narrow:
            return [Span(f"{title}  ", "heading" if at == self.column else "muted") for at, title in titles]
        return [span for at, title in titles for span in pad([self._title(at, title)], cells)]

    def _title(self, at: int, title: str) -> Span:
        """The title of a column, or an invitation to drop the card while one is dragged over it."""
        is_target = self.drop_column == at != self.column
        return Span(
            f"{glyphs.CURSOR}{title.removesuffix(str(len(self.columns[at].cards)))}· let go here"
            if is_target
            else title,
            "key" if is_target else "heading",
        )
