"""One line of text in a form."""

from collections.abc import Callable

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from advisory.tui.widgets.text.as_typed import AsTyped


class FieldInput(Input):
    """An Input that pastes several lines as one line, where Textual's own would drop all but the first."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How long the text is. Textual would lay the whole screen out for each letter, though the box stays as it is."""
    completes: Callable[[str], str] | None = None
    """Adds to what was typed what it can only mean."""

    def __init__(
        self,
        value: str = "",
        hint: str = "",
        *,
        id: str,  # noqa: A002 - Textual's word
        submit: "Callable[[FieldInput], None]",
        covered: bool = False,
    ) -> None:
        super().__init__(
            value=value,
            placeholder=hint,
            highlighter=AsTyped(),
            id=id,
            password=covered,
            select_on_focus=False,
            compact=True,
        )
        self.cursor_blink = False
        self._submit = submit

    def begin(self, value: str, hint: str, *, covered: bool) -> None:
        """Reset the box to this value, as if it were new."""
        with self.prevent(Input.Changed):
            self.value = value
        self.placeholder, self.password = hint, covered
        self.cursor_position = len(value)
        if self.scroll_offset:
            self.scroll_to(0, 0, animate=False, force=True, immediate=True)

    async def action_submit(self) -> None:
        """Handle Enter directly, so that it is done before the next key."""
        self._submit(self)

    def complete(self) -> bool:
        """Add to what was typed what it can only mean, and tell whether anything was added."""
        if self.completes is None:
            return False
        more = self.completes(self.value)
        if more == self.value:
            return False
        self.value = more
        self.action_end()
        return True

    def action_cursor_right(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's
        """Go right; at the end, complete what is typed."""
        if select or self.cursor_position < len(self.value) or not self.complete():
            super().action_cursor_right(select)

    def action_cut(self) -> None:
        """Cut, but not while the text is covered: nothing is copied then, and the words would be gone."""
        if not self.password:
            super().action_cut()

    def on_paste(self, event: events.Paste) -> None:
        event.text = " ".join(event.text.splitlines())  # Textual's own handler runs after this one, and inserts it
