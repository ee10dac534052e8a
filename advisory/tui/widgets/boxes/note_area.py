"""A box for a note of several lines that can be covered when names are hidden."""

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from advisory.rules.tag.tags import word_at
from advisory.tui.prose import visible
from advisory.tui.textual_internals import forget_lines

Complete = Callable[[str, int], list[str]]
"""For a text and a cursor position: the text with each tag that could be completed there; none where there is none."""


class NoteArea(TextArea):
    """Calls `submit` on Enter, directly, so that it is done before the next key; without `submit`, Enter adds a line.

    `takes` gets each key first: if it returns True, the key isn't typed. Escape and Tab are left to the screen.
    `tags` completes a tag: → at the end of the text does so, and whoever handles Tab calls `complete`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+underscore", "undo", "Undo")]
    """Textual's key for it, Ctrl+Z, suspends the program."""
    _styled_as: Style | None = None
    """Its style, as it was when those of its parts, such as the cursor, were made from it."""

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's word
        submit: "Callable[[NoteArea], None] | None" = None,
        takes: Callable[[events.Key], bool] | None = None,
        tags: Complete | None = None,
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
        self._submit, self._takes, self._tags = submit, takes, tags

    def begin(self, value: str, hint: str, *, covered: bool) -> None:
        """Reset the box to this value, as if it were new: undo doesn't reach what was in it before."""
        with self.prevent(TextArea.Changed, TextArea.SelectionChanged):
            if self.value != value or self.history.undo_stack or self.history.redo_stack:
                self.value = value
            self.move_cursor(self.document.end)
        if self.scroll_offset:
            self.scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.placeholder = hint
        self.cover(covered=covered)

    @property
    def value(self) -> str:
        """The text, under the name that every field of a form has for it."""
        return self.text

    @value.setter
    def value(self, text: str) -> None:
        self.text = text

    @property
    def cursor_at(self) -> int:
        """The cursor's position in the text, in characters."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.text.split("\n")[:row]) + column

    def put(self, text: str, at: int | None = None) -> None:
        """Put another text into the box, with the cursor after `at` characters, or at its end."""
        if self.text != text or self.history.undo_stack:
            self.text = text
        self.move_cursor(location(text, len(text) if at is None else at))

    @property
    def completions(self) -> list[str]:
        """The text with each tag that could be completed where the cursor is."""
        return self._tags(self.text, self.cursor_at) if self._tags is not None else []

    def complete(self) -> bool:
        """Complete the tag that is being typed with the one of most notes; False if none is."""
        found = self.completions
        if found:
            self.put_completed(found[0])
        return bool(found)

    def put_completed(self, text: str) -> None:
        """Put in the text with a completed tag, and the cursor after that tag."""
        behind = len(self.text) - word_at(self.text, self.cursor_at)[1]
        self.put(text, len(text) - behind)

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Make the styles of its parts only when they may have changed, where Textual makes them for each letter."""
        if self._styled_as == self.rich_style:
            return super(TextArea, self).render_lines(crop)
        self._styled_as = self.rich_style
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        self._styled_as = None
        super().notify_style_update()

    # Textual calls TextArea's own handler after each of these, unless prevent_default was called.

    async def on_paste(self, event: events.Paste) -> None:
        text = event.text.replace("\r\n", "\n").replace(
            "\r", "\n"
        )  # terminals differ in how they send the end of a line
        event.text = "".join(c for c in text if c in "\n\t" or c.isprintable() or not c.isascii())

    async def on_key(self, event: events.Key) -> None:
        is_enter = event.key == "enter" and self._submit is not None
        is_taken = is_enter or self._completes(event) or (self._takes is not None and self._takes(event))
        if not is_taken:
            return
        event.stop()
        event.prevent_default()
        if is_enter and self._submit is not None:
            self._submit(self)

    def _completes(self, event: events.Key) -> bool:
        """Handle →, which can't go any further at the end of the text."""
        return event.key == "right" and self.cursor_at == len(self.text) and self.complete()


def location(text: str, at: int) -> tuple[int, int]:
    """The row and column after `at` characters of a text."""
    upto = text[:at]
    return upto.count("\n"), len(upto) - upto.rfind("\n") - 1
