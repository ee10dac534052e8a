"""A grid of names to tick, in as many columns as there is room for."""

from collections.abc import Callable, Container, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from advisory.model import glyphs
from advisory.rules.names.finding import fold
from advisory.tui.prose import cut_name, width
from advisory.tui.widgets.text.ink import Span, strip

from .body import Body

_LONGEST = 24
"""Columns are made wide enough for names up to this width; longer names may be cut."""
_AROUND = 8
"""Cells around a name: the cursor's mark, the box, the mark for words of their own, and a space."""


class Tick(NamedTuple):
    """A student to tick, with a safe name. Those who aren't here look different, and "tick all" leaves them out."""

    key: str
    name: str
    is_here: bool = True


class Ticks(Body, inherit_bindings=False):
    """The cursor goes down one column, then down the next. `changed` is called on every tick, `opened` on Enter."""

    FOCUS_ON_CLICK: ClassVar[bool] = False
    """Ticking with the mouse leaves the focus where it is."""
    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "go(-1)", "Up"),
        ("down", "go(1)", "Down"),
        ("left", "across(-1)", "Left"),
        ("right", "across(1)", "Right"),
        ("home", "end(-1)", "First"),
        ("end", "end(1)", "Last"),
        ("pageup", "page(-1)", "Page up"),
        ("pagedown", "page(1)", "Page down"),
        ("space", "tick", "Tick"),
        ("enter", "open", "Their own words"),
    ]

    def __init__(
        self,
        ticks: Sequence[Tick],
        *,
        id: str,  # noqa: A002 - Textual's word
        changed: Callable[[], None],
        opened: Callable[[], None],
    ) -> None:
        super().__init__(id=id)
        self.ticks = ticks
        self.ticked: set[str] = set()
        self._with_words: Container[str] = ()
        self._changed, self._opened = changed, opened
        self._at = 0
        self._places: dict[int, tuple[int, int]] = {}
        self._always_shows_cursor = False

    # --- ticking --------------------------------------------------------------------------------------------------

    @property
    def key(self) -> str:
        return self.ticks[self._at].key if self.ticks else ""

    @property
    def name_here(self) -> str:
        """The highlighted name."""
        return self.ticks[self._at].name if self.ticks else ""

    def show(self, ticked: set[str], with_words: Container[str]) -> None:
        """Show who is ticked, and who has words of their own."""
        self.ticked, self._with_words = ticked, with_words
        self.refresh()

    def show_cursor_always(self, *, always: bool) -> None:
        """Show the cursor even without the focus, while keys typed elsewhere move it."""
        if always != self._always_shows_cursor:
            self._always_shows_cursor = always
            self.refresh()

    def toggle(self) -> None:
        """Tick or untick the highlighted name."""
        if self.ticks:
            self._put(self.ticked ^ {self.key})

    def tick_all(self) -> None:
        """Tick everybody who is here."""
        self._put({tick.key for tick in self.ticks if tick.is_here})

    def tick_none(self) -> None:
        """Tick nobody."""
        self._put(set())

    def invert(self) -> None:
        """Tick those who are here and were not ticked, and nobody else."""
        self._put({tick.key for tick in self.ticks if tick.is_here and tick.key not in self.ticked})

    def _put(self, ticked: set[str]) -> None:
        self.ticked = ticked
        self.refresh()
        self._changed()

    # --- moving the cursor ----------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        self._put_cursor(next((at for at, tick in enumerate(self.ticks) if tick.key == key), self._at))

    def move(self, by: int) -> None:
        self._put_cursor(max(0, min(self._at + by, len(self.ticks) - 1)))

    @property
    def page_size(self) -> int:
        return min(self.size.height, self._rows) - 1

    def move_to_end(self, direction: int) -> None:
        self.move(direction * len(self.ticks))

    def move_across(self, direction: int) -> None:
        """Move the cursor to the next column; if that is shorter, to its end."""
        row, column = self._at % self._rows, self._at // self._rows + direction
        if 0 <= column * self._rows < len(self.ticks):
            self._put_cursor(min(column * self._rows + row, len(self.ticks) - 1))

    def jump(self, letter: str) -> None:
        """Move the cursor to the next name that begins with this letter; after the last name comes the first."""
        after = [*range(self._at + 1, len(self.ticks)), *range(self._at + 1)]
        found = (at for at in after if fold(self.ticks[at].name).startswith(fold(letter)))
        self._put_cursor(next(found, self._at))

    def _put_cursor(self, at: int) -> None:
        if at != self._at and self.ticks:
            self._at = at
            self.scroll_to_cursor()
            self.refresh()
            self.post_message(self.Highlighted())

    @property
    def cursor_lines(self) -> range:
        row = self._at % self._rows
        return range(row, row + 1)

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Show the cursor with the focus, and without it no more."""
        self.refresh()

    # --- drawing --------------------------------------------------------------------------------------------------

    def _columns(self, cells: int) -> tuple[int, int]:
        """The width of a column, and how many fit without any two names looking the same when cut."""
        if cells not in self._places:
            names = {tick.name for tick in self.ticks}
            longest = min(max(map(width, names), default=0), _LONGEST)
            abreast = max(1, cells // (longest + _AROUND))
            while abreast > 1 and len({cut_name(name, cells // abreast - _AROUND) for name in names}) < len(names):
                abreast -= 1
            self._places = {cells: (max(1, cells // abreast), abreast)}
        return self._places[cells]

    @property
    def _rows(self) -> int:
        return self.rows_in(self.cells)

    def rows_in(self, cells: int) -> int:
        """How many lines the grid takes at this width."""
        return max(1, -(-len(self.ticks) // self._columns(cells)[1]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        return self.rows_in(width)

    def on_resize(self) -> None:
        self.virtual_size = Size(0, self._rows)

    def render_line(self, y: int) -> Strip:
        cells, rows = self.cells, self._rows
        place, abreast = self._columns(cells)
        row = self.scroll_offset.y + y
        shown = range(row, min(len(self.ticks), rows * abreast), rows) if row < rows else range(0)
        segments = [segment for at in shown for segment in self._place(at, place)]
        left = cells - place * len(shown)
        return Strip([*segments, *strip((), left, self.looks)], cells)

    def _place(self, at: int, cells: int) -> Strip:
        tick, is_cursor = self.ticks[at], at == self._at and (self.has_focus or self._always_shows_cursor)
        is_ticked = tick.key in self.ticked
        box = "[x] " if is_ticked else "[ ] " if tick.is_here else f"[{glyphs.AWAY}] "
        spans = (
            Span(glyphs.CURSOR if is_cursor else " ", "accent"),
            Span(box, "accent" if is_ticked else "muted"),
            Span(cut_name(tick.name, cells - _AROUND), "strong" if is_ticked else "muted"),
            Span(f" {glyphs.BEGUN}" if tick.key in self._with_words else "", "accent"),
        )
        free = strip((), 1, self.looks)
        return Strip([*strip(spans, cells - 1, self.looks, is_cursor=is_cursor), *free], cells)

    # --- keys and the mouse ---------------------------------------------------------------------------------------

    def action_go(self, by: int) -> None:
        self.move(by)

    def action_across(self, by: int) -> None:
        self.move_across(by)

    def action_end(self, by: int) -> None:
        self.move_to_end(by)

    def action_page(self, by: int) -> None:
        self.move_page(by)

    def action_tick(self) -> None:
        self.toggle()

    def action_open(self) -> None:
        if self.ticks:
            self.open()

    def on_key(self, event: events.Key) -> None:
        marks = {"*": self.tick_all, "-": self.tick_none, "!": self.invert}
        if event.character in marks:
            event.stop()
            marks[event.character]()
        elif event.character is not None and event.character.isalnum():
            event.stop()
            self.jump(event.character)

    def put_cursor_at(self, x: int, y: int) -> bool:
        """A click on a name also ticks it."""
        place, abreast = self._columns(self.cells)
        column, row = x // place, self.scroll_offset.y + y
        at = column * self._rows + row
        if column >= abreast or row >= self._rows or at >= len(self.ticks):
            return False
        self._put_cursor(at)
        self.toggle()
        return True

    def open(self) -> None:
        """Call `opened` directly, so that it is done before the next key."""
        self._opened()
