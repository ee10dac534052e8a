"""The base of every widget that has a cursor."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext

from rich.style import Style
from textual import events
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from advisory.tui.widgets.text.ink import Line, looks_in


class Body(ScrollView, can_focus=True, inherit_bindings=False):
    """Items with keys, one of them highlighted by the cursor, drawn line by line.

    A subclass says where its cursor stands and what is drawn under the mouse; this class scrolls the cursor into view,
    moves it by a page, and handles clicks. Textual calls the `on_…` handlers of both, the subclass's first.
    """

    class Highlighted(Message):
        """The cursor moved to another item, or the items changed."""

    class Opened(Message):
        """The highlighted item was double-clicked."""

    _cells: int | None = None
    """The width of a line while lines are drawn."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}
        self.pointed_at = ""
        """The key of the item that the advisor moved the cursor to; where a screen put it by itself, it is another."""
        self.gone = ""
        """The id of the student the cursor stays with though no row is theirs any more; "" while it is on a row."""
        self._left_at = 0
        """Where that row was, counted as `place` is."""
        self.when_resized: Callable[[], None] = lambda: None
        """Called after it was drawn for another size, which may be while another screen lies over it."""

    @property
    def cells(self) -> int:
        """The width of a line in cells, without the scroll bar."""
        return self.scrollable_content_region.width if self._cells is None else self._cells

    @property
    def key(self) -> str:
        """The key of the highlighted item; "" if none is."""
        return ""

    @property
    def keys(self) -> Iterable[str]:
        """The keys of all items, in reading order; "" for what can't be highlighted."""
        return ()

    @property
    def place(self) -> int:
        """Where the cursor is, to be given to `stay_with` later."""
        return 0

    @property
    def written(self) -> str:
        """The words of the highlighted item as they are drawn, with as much room as they need; "" if it isn't a line."""
        return ""

    def stay_with(self, student_id: str, draw: Callable[[int], Line], key: str, place: int) -> None:  # noqa: ARG002 - for lists
        """Highlight none of the items, because the cursor stays with a student who has none, until it is moved.

        A list shows a row at `place` instead, which `draw` draws. `key` is the key of the item that has left.
        """
        self.gone, self._left_at = student_id, place
        self.refresh()
        self.post_message(self.Highlighted())

    def place_after(self, here: int, by: int) -> int:
        """Where a move leads: from `here`, or from a student who has left to what is now in their place, or before it."""
        return (self._left_at - (by > 0) if self.gone else here) + by

    def let_go(self) -> None:
        """Go back to the items themselves: the cursor stays with nobody who has none."""
        self.gone = ""

    def drawn_together(self) -> AbstractContextManager[None]:
        """While it is entered, other items, and a row that stands in for one of them, are drawn as one change."""
        return nullcontext()

    # --- moving the cursor ----------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Highlight the item with this key."""

    def move(self, by: int) -> None:
        """Move the cursor down, or up if negative, by this many items; it stops at either end."""

    def move_page(self, direction: int) -> None:
        """Move the cursor a page down or up."""
        self.move(direction * max(1, self.page_size))

    def move_to_end(self, direction: int) -> None:
        """Move the cursor to the last item, or the first."""

    def move_across(self, by: int) -> None:
        """Move the cursor to another column; where there is only one, it stays."""

    def move_section(self, by: int) -> None:
        """Move the cursor to another section; where there is only one, it stays."""

    def put_cursor_at(self, x: int, y: int) -> bool:  # noqa: ARG002 - for subclasses
        """Put the cursor on the item drawn in this cell of the widget; False if there is none."""
        return False

    def open(self) -> None:
        """Open the highlighted item."""
        self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        if not self.can_focus:
            return
        at = event.get_content_offset_capture(self)
        if self.put_cursor_at(at.x, at.y):
            self.pointed_at = self.key
            if event.chain > 1:
                self.open()

    # --- keeping the cursor in view -------------------------------------------------------------------------------

    @property
    def scrolled_height(self) -> int:
        """How many of the widget's lines scroll; the others, such as headings, stay where they are."""
        return self.size.height

    @property
    def covered_height(self) -> int:
        """How many of the lines that scroll are covered at the top by one that stays."""
        return 0

    @property
    def page_size(self) -> int:
        """How many items a page has."""
        return self.scrolled_height - 1

    @property
    def cursor_lines(self) -> range:
        """The scrolled lines that the highlighted item takes, counted from the top; empty if none is highlighted."""
        return range(0)

    @property
    def first_with_cursor(self) -> int:
        """The first line to show when the cursor comes into view from below, such as the heading above it."""
        return self.cursor_lines.start

    def scroll_to_cursor(self) -> None:
        """Scroll no further than it takes to show the highlighted item."""
        lines, top, height = self.cursor_lines, self.scroll_offset.y, self.scrolled_height
        if not lines or height <= 0:
            return
        if lines.start < top + self.covered_height:
            self.scroll_to(y=max(self.first_with_cursor, lines.start - height + 1), animate=False)
        elif lines.stop > top + height:
            self.scroll_to(y=lines.stop - height, animate=False, force=True)  # also before its scroll bar shows

    def on_resize(self) -> None:
        self.when_resized()
        self.scroll_to_cursor()

    # --- with the focus and without, it looks the same ---------------------------------------------------------------

    def on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self._has_focus(DescendantFocus(self), is_so=True)

    def on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self._has_focus(DescendantBlur(self), is_so=False)

    def _has_focus(self, told: events.Event, *, is_so: bool) -> None:
        """Do what Textual does, but draw nothing."""
        self.has_focus = is_so
        if self.parent is not None:
            self.parent.post_message(told)

    def watch_has_focus(self, _has_focus: bool) -> None:  # noqa: FBT001 - as Textual calls it
        """Work out no styles anew: no rule asks for it."""

    # --- drawing --------------------------------------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """Look the width up once for all lines."""
        self._cells = self.cells
        try:
            return super().render_lines(crop)
        finally:
            self._cells = None

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()

    @property
    def looks(self) -> dict[str, Style]:
        """The style of each look in the current theme."""
        if not self._looks:
            self._looks = looks_in(self)
        return self._looks
