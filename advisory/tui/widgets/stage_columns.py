"""The board: a column for each stage, a card for each student, drawn by lines in one widget."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events
from textual.geometry import Size
from textual.strip import Strip

from advisory.tui.prose import cut_name, width

from .body import Body
from .ink import Line, Span, pad, strip

CARD = 4
"""Lines of a card: its edge with the name, two of text, its lower edge."""
ONE_AT_A_TIME = 60
"""Cells up to which only one column is shown, scroll bar or not."""


class Card(NamedTuple):
    """A card: whom it is about, the name on its edge, and its lines of text in so many cells."""

    key: str
    name: str
    text: Callable[[int], Sequence[Line]]


class Column(NamedTuple):
    """A stage and its cards."""

    title: str
    cards: Sequence[Card]


class StageColumns(Body, inherit_bindings=False):
    """Columns of cards, one of them highlighted by a heavy edge."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.columns: Sequence[Column] = ()
        self.column, self.row = 0, 0

    @property
    def key(self) -> str:
        cards = self.columns[self.column].cards if self.columns else ()
        return cards[self.row].key if self.row < len(cards) else ""

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.size.width <= ONE_AT_A_TIME

    def show(self, columns: Sequence[Column]) -> None:
        """Show other columns, with the cursor on the same student wherever they are now."""
        key = self.key
        self.columns = columns
        self.virtual_size = Size(0, 1 + CARD * max((len(column.cards) for column in columns), default=0))
        if not self._find(key) and not self.key:
            self._go_to_nearest_cards()
        self._clamp()
        self._told()

    def go_to(self, key: str) -> None:
        if self._find(key):
            self._told()

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

    def move(self, by: int) -> None:
        self.row += by
        self._clamp()
        self._told()

    def move_page(self, direction: int) -> None:
        self.move(direction * max(1, (self.size.height - 1) // CARD))

    def move_to_end(self, direction: int) -> None:
        self.move(direction * sum(len(column.cards) for column in self.columns))

    def move_column(self, by: int) -> None:
        """Go to the column beside; where there is one at a time also to an empty one."""
        at = self.column + by
        while not self.is_narrow and 0 <= at < len(self.columns) and not self.columns[at].cards:
            at += by
        if 0 <= at < len(self.columns):
            self.column = at
            self._clamp()
            self._told()

    def _told(self) -> None:
        top, height = self.row * CARD, self.size.height - 1
        if height > 0:
            if top < self.scroll_offset.y:
                self.scroll_to(y=top, animate=False)
            elif top + CARD > self.scroll_offset.y + height:
                self.scroll_to(y=top + CARD - height, animate=False)
        self.refresh()
        self.post_message(self.Highlighted())

    def on_click(self, event: events.Click) -> None:
        if not self.can_focus:
            return
        shown, cells = self._shown()
        at = min(event.x // max(1, cells), len(shown) - 1)
        if event.y == 0:
            if self.is_narrow:
                self.move_column(1 if self.column + 1 < len(self.columns) else -self.column)
            return
        row = (self.scroll_offset.y + event.y - 1) // CARD
        if shown and row < len(self.columns[shown[at]].cards):
            self.column, self.row = shown[at], row
            self._told()
            if event.chain > 1:
                self.post_message(self.Opened())

    def _shown(self) -> tuple[list[int], int]:
        """The columns there is room for, and the cells of each."""
        every = list(range(len(self.columns)))
        shown = [self.column] if self.is_narrow else every
        return shown, self.cells // max(1, len(shown))

    def render_line(self, y: int) -> Strip:
        shown, cells = self._shown()
        line: list[Span] = []
        if y == 0:
            line = self._titles(cells)
        else:
            at, part = divmod(self.scroll_offset.y + y - 1, CARD)
            for column in shown:
                line += pad(self._part(column, at, part, cells - 1), cells)
        return strip(line, self.cells, self.looks)

    def _titles(self, cells: int) -> list[Span]:
        titles = [(at, f" {column.title} {len(column.cards)}") for at, column in enumerate(self.columns)]
        if self.is_narrow:
            return [Span(f"{title}  ", "heading" if at == self.column else "muted") for at, title in titles]
        return [span for _, title in titles for span in pad([Span(title, "heading")], cells)]

    def _part(self, column: int, row: int, part: int, cells: int) -> Line:
        cards = self.columns[column].cards
        if row >= len(cards):
            return ()
        card, is_here = cards[row], (column, row) == (self.column, self.row)
        edge = "accent" if is_here else "muted"
        left, flat, right = ("┏━┓" if is_here else "┌─┐") if part == 0 else ("┗━┛" if is_here else "└─┘")
        if part == 0:
            name = cut_name(card.name, cells - 5)
            return (
                Span(f"{left}{flat} ", edge),
                Span(name, "strong"),
                Span(f" {flat * (cells - 5 - width(name))}{right}", edge),
            )
        if part == CARD - 1:
            return (Span(left + flat * (cells - 2) + right, edge),)
        side = "┃" if is_here else "│"
        text = card.text(cells - 4)
        said = text[part - 1] if part - 1 < len(text) else ()
        return (Span(f"{side} ", edge), *pad(said, cells - 4), Span(f" {side}", edge))
