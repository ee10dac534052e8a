"""What a one-line box shows of control characters."""

from rich.highlighter import Highlighter
from rich.text import Text

from advisory.tui.prose import visible


class AsTyped(Highlighter):
    """Draws a harmless picture for each control character; the text in the box isn't changed."""

    def highlight(self, text: Text) -> None:
        text.plain = visible(text.plain)
