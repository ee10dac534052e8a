"""A text in a one-line box on its way to the screen."""

from rich.highlighter import Highlighter
from rich.text import Text

from advisory.tui.prose import visible


class AsTyped(Highlighter):
    """Shows a picture for each character that a terminal would obey; the text in the box stays what it is."""

    def highlight(self, text: Text) -> None:
        text.plain = visible(text.plain)
