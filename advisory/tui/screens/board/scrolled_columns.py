"""The columns of the board: which cards they have, how high these are, which columns fit, and how far each has scrolled."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events

from advisory.tui.prose import width
from advisory.tui.widgets.lists.body import Body

from .stage_card import LOW_LINES, Card

ONE_AT_A_TIME = 60
"""Up to this screen width, in cells, only one column is shown."""
ROOMY = 30
"""Screen height from which a card has ROOMY_LINES lines of text."""
USUAL_LINES, ROOMY_LINES = 3, 4
_EDGES = 2


class Column(NamedTuple):
    """A stage and its cards."""

    title: str
    cards: Sequence[Card]


class ScrolledColumns(Body, inherit_bindings=False):
    """Columns of cards, one of them highlighted. Each column scrolls by itself."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.column, self.row = 0, 0
        self._tops: list[int] = []
        """For each column, how many of its lines have scrolled out at the top."""

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

    def lines_of(self, column: int) -> int:
        """How many lines of text a column's cards have: fewer where it is too long for the screen."""
        usual = ROOMY_LINES if self.screen.size.height >= ROOMY else USUAL_LINES
        fits = len(self.columns[column].cards) * (usual + _EDGES) <= self.scrolled_height
        return usual if fits else LOW_LINES

    def height_of(self, column: int) -> int:
        """The height of a column's cards in lines, with their edges. Low cards share theirs."""
        lines = self.lines_of(column)
        return lines + (1 if lines == LOW_LINES else _EDGES)

    def top_of(self, column: int, row: int) -> int:
        """The line of the widget in which a card begins; it may be above or below what is shown."""
        return 1 + row * self.height_of(column) - self._tops[column]

    @property
    def scrolled_height(self) -> int:
        return self.size.height - 1

    def scroll_to_cursor(self) -> None:
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> bool:
        """Scroll the column no further than it takes to show the highlighted card. Returns whether anything moved."""
        if not self.columns or self.scrolled_height <= 0:
            return False
        before = list(self._tops)
        for column in range(len(self.columns)):
            self._scroll(column, 0)
        height, top = self.height_of(self.column), self._tops[self.column]
        first = self.row * height
        self._tops[self.column] = max(min(top, first), first + height - self.scrolled_height, 0)
        return self._tops != before

    def _scroll(self, column: int, by: int) -> None:
        """Scroll one column, no further than its ends."""
        height, count = self.height_of(column), len(self.columns[column].cards)
        whole = height * count + (self.lines_of(column) == LOW_LINES)
        self._tops[column] = max(0, min(self._tops[column] + by, whole - self.scrolled_height))

    def _scroll_under(self, event: events.MouseScrollDown | events.MouseScrollUp, by: int) -> None:
        """Scroll the column under the mouse."""
        event.stop()
        event.prevent_default()
        if self.columns:
            self._scroll(self._column_at(event.x), by)
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._scroll_under(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._scroll_under(event, -1)

    def _at(self, x: int, y: int) -> tuple[int, int] | None:
        """The column and row of the card drawn in this cell of the widget."""
        if y < 1 or not self.columns:
            return None
        column = self._column_at(x)
        row = (self._tops[column] + y - 1) // self.height_of(column)
        return (column, row) if 0 <= row < len(self.columns[column].cards) else None

    def _column_at(self, x: int) -> int:
        """The column drawn in this cell, or the nearest."""
        shown, cells = self._shown()
        return shown[max(0, min(x // max(1, cells), len(shown) - 1))]

    def _shown(self) -> tuple[list[int], int]:
        """The columns that fit, and the width of each in cells."""
        every = list(range(len(self.columns)))
        shown = [self.column] if self.is_narrow else every
        return shown, self.cells // max(1, len(shown))

    def _beyond(self, column: int, cells: int) -> str:
        """` ↑ 2 ↓ 5`: how many cards of a column are not wholly shown, above and below; only the arrows where there is no room."""
        height, count = self.height_of(column), len(self.columns[column].cards)
        above = -(-self._tops[column] // height)
        below = count - (self._tops[column] + self.scrolled_height) // height
        there = [(arrow, beyond) for arrow, beyond in (("↑", above), ("↓", below)) if beyond > 0]
        counted = "".join(f" {arrow} {beyond}" for arrow, beyond in there)
        return counted if width(counted) <= cells else "".join(f" {arrow}" for arrow, _ in there)
