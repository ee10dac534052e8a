"""The line to type a search on."""

from collections.abc import Callable

from textual.actions import SkipAction
from textual.message import Message
from textual.widgets import Input

from advisory.tui.widgets.text.as_typed import AsTyped


class FindLine(Input):
    """Each letter typed narrows the list on the screen; Enter goes to the list, Escape shows everything again."""

    class Searched(Message):
        """The text to search for changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, placeholder: str, choose: Callable[[], None]) -> None:
        super().__init__(placeholder=placeholder, highlighter=AsTyped(), id="find", select_on_focus=False, compact=True)
        self.cursor_blink = False
        self._choose = choose

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Searched(event.value))

    def action_delete_right_all(self) -> None:
        """Delete what is after the cursor. At the end of the line there is nothing, and the key is the screen's."""
        if self.cursor_at_end and self.selection.is_empty:
            raise SkipAction
        super().action_delete_right_all()

    async def action_submit(self) -> None:
        """Go back to the list."""
        self._choose()
