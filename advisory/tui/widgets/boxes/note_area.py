"""A box for a note of several lines that can be covered when names are hidden."""

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.widgets import TextArea

from advisory.tui.prose import visible
from advisory.tui.textual_internals import forget_lines


class NoteArea(TextArea):
    """Calls `submit` on Enter, directly, so that it is done before the next key; without `submit`, Enter adds a line.

    `takes` gets each key first: if it returns True, the key isn't typed. Escape and Tab are left to the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+underscore", "undo", "Undo")]
    """Textual's key for it, Ctrl+Z, suspends the program."""

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
        """The text, under the name that every field of a form has for it."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.text = text

    def cover(self, *, covered: bool) -> None:
        """Show dots instead of the text, or the text again; typing works either way."""
        if covered != self.is_covered:
            self.is_covered = covered
            forget_lines(self)

    def action_cut(self) -> None:
        """Cut, but not while the text is covered: nothing is copied then, and the words would be gone."""
        if not self.is_covered:
            super().action_cut()

    def ends_at(self, key: str) -> bool:
        """Whether this key is ↑ on the first line or ↓ on the last one, where the cursor can't go any further."""
        place, lines = self.cursor_location, self.navigator
        is_first, is_last = lines.is_first_wrapped_line(place), lines.is_last_wrapped_line(place)
        return (key == "up" and is_first) or (key == "down" and is_last)

    def get_line(self, line_index: int) -> Text:
        line = self.document.get_line(line_index)
        shown = "·" * len(line) if self.is_covered else visible(line)
        return Text(shown, end="", no_wrap=True)

    # Textual calls TextArea's own handler after each of these, unless prevent_default was called.

    async def on_paste(self, event: events.Paste) -> None:
        text = event.text.replace("\r\n", "\n").replace(
            "\r", "\n"
        )  # terminals differ in how they send the end of a line
        event.text = "".join(c for c in text if c in "\n\t" or c.isprintable() or not c.isascii())

    async def on_key(self, event: events.Key) -> None:
        is_enter = event.key == "enter" and self._submit is not None
        if not is_enter and not (self._takes is not None and self._takes(event)):
            return
        event.stop()
        event.prevent_default()
        if is_enter and self._submit is not None:
            self._submit(self)
