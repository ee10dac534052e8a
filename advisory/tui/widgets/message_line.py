"""The line that tells what was done, or why not."""

from .text.ink import Line, Span, clip
from .text.inked import Inked


class MessageLine(Inked):
    """One line, said until the next one is."""

    def __init__(self) -> None:
        super().__init__(id="message")
        self._line: Line = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(span.text for span in self._line)

    def say(self, text: str, *, look: str = "") -> None:
        """Say a safe text."""
        self._line = (Span(f" {text}", look),)
        self.refresh()

    def line(self, cells: int) -> Line:
        return clip(self._line, cells)
