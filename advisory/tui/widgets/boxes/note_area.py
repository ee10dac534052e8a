"""A box for a note: Enter saves, long text wraps, pasted lines are kept, and the shade covers it."""

from collections.abc import Callable

from rich.text import Text
from textual import events
from textual.widgets import TextArea

from advisory.tui.prose import visible
from advisory.tui.textual_internals import forget_lines


class NoteArea(TextArea):
    """Calls `submit` on Enter, at once, so that the next key finds its work done; without one Enter ends a line.

    `takes` is asked before a key is typed: one that it takes is not. Escape and Tab are left to the screen.
    """

    def __init__(
        self,
        *,
        placeholder: str,
        id: str | None = None,  # noqa: A002 - Textual's word
        submit: "Callable[[NoteArea], None] | None" = None,
        takes: Callable[[events.Key], bool] | None = None,
    ) -> None:
        super().__init__(
            placeholder=placeholder,
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            compact=True,
        )
        self.is_covered = False
        self._submit, self._takes = submit, takes

    @property
    def value(self) -> str:
        """What is typed, as a form hands it over."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.text = text

    def cover(self, *, covered: bool) -> None:
        """Show dots instead of the text, or the text again; it can be typed on either way."""
        if covered != self.is_covered:
            self.is_covered = covered
            forget_lines(self)

    def ends_at(self, key: str) -> bool:
        """Whether this is an arrow, up or down, that has no further line to go to."""
        place, lines = self.cursor_location, self.navigator
        is_first, is_last = lines.is_first_wrapped_line(place), lines.is_last_wrapped_line(place)
        return (key == "up" and is_first) or (key == "down" and is_last)

    def get_line(self, line_index: int) -> Text:
        line = self.document.get_line(line_index)
        shown = "·" * len(line) if self.is_covered else visible(line)
        return Text(shown, end="", no_wrap=True)

    # Textual calls its own handler after each of these, unless told not to.

    async def on_paste(self, event: events.Paste) -> None:
        text = event.text.replace("\r\n", "\n").replace("\r", "\n")  # terminals send a line's end as they like
        event.text = "".join(c for c in text if c in "\n\t" or c.isprintable() or not c.isascii())

    async def on_key(self, event: events.Key) -> None:
        is_enter = event.key == "enter" and self._submit is not None
        if not is_enter and not (self._takes is not None and self._takes(event)):
            return
        event.stop()
        event.prevent_default()
        if is_enter and self._submit is not None:
            self._submit(self)
