"""The moves of a feedback conversation, one on each line, with the current one highlighted."""

from collections.abc import Callable, Collection, Sequence

from textual import events

from advisory.model import glyphs
from advisory.tui.widgets.text.ink import Line, Span, line_width
from advisory.tui.widgets.text.inked_block import InkedBlock


class MoveList(InkedBlock, can_focus=True, inherit_bindings=False):
    """Shows as many moves around the current one as there is room for. `chosen` is called when a move is clicked."""

    def __init__(self, labels: Sequence[str], *, chosen: Callable[[int], None]) -> None:
        super().__init__()
        self._labels, self._chosen = labels, chosen
        self._at, self._written = 0, frozenset[int]()

    def show(self, at: int, written: Collection[int]) -> None:
        """Highlight the move with this index; `written` are the moves that have notes."""
        self._at, self._written = at, frozenset(written)
        self.refresh()

    @property
    def _top(self) -> int:
        """The first move shown."""
        room = max(1, self.size.height)
        return max(0, min(self._at - room // 2, len(self._labels) - room))

    def block(self, cells: int) -> list[Line]:
        return [self._line(at, cells) for at in range(self._top, len(self._labels))]

    def _line(self, at: int, cells: int) -> Line:
        is_now = at == self._at
        mark = glyphs.BEGUN if at in self._written else ""
        line = (
            Span(f"{glyphs.CURSOR if is_now else ' '} {at + 1}  ", "accent"),
            Span(self._labels[at], "heading" if is_now else "" if at > self._at else "muted"),
        )
        return (*line, Span(" " * max(1, cells - line_width(line) - 2)), Span(mark, "good"))

    def on_click(self, event: events.Click) -> None:
        at = self._top + event.get_content_offset_capture(self).y
        if at < len(self._labels):
            self._chosen(at)
