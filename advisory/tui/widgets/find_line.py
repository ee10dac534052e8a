"""The line on which to find in place."""

from textual.message import Message
from textual.widgets import Input

from .as_typed import AsTyped


class FindLine(Input):
    """Each letter narrows the list; Enter goes back to it, Escape shows everything again."""

    class Sought(Message):
        """The text is another."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Chosen(Message):
        """Enter."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, highlighter=AsTyped(), id="find", select_on_focus=False, compact=True)
        self.cursor_blink = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Sought(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Chosen())
