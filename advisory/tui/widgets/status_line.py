"""The status line, which says what a command did, or why it couldn't."""

from .text.ink import Line, Span, clip
from .text.inked import Inked


class StatusLine(Inked):
    """One line of text, shown until it is replaced."""

    def __init__(self) -> None:
        super().__init__(id="status-line")
        self._line: Line = ()

    @property
    def text(self) -> str:
        """The text on it."""
        return "".join(span.text for span in self._line)

    def show(self, text: str) -> None:
        """Show a safe text."""
        self._line = (Span(f" {text}"),)
        self.refresh()

    def line(self, cells: int) -> Line:
        return clip(self._line, cells)
