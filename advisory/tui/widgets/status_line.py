"""The status line, which says what a command did, or why it couldn't."""

from advisory.tui.prose import wrap_to

from .text.ink import Line, Span
from .text.inked_block import InkedBlock

_MOST = 4
"""The most lines it takes, so that the lists keep the rest."""


class StatusLine(InkedBlock):
    """A text, shown until it is replaced, in as many lines as it takes: it never covers the screen, so it takes no keys."""

    def __init__(self) -> None:
        super().__init__(id="status-line")
        self.text = ""
        """The text on it."""
        self._lines = 1

    def show(self, text: str) -> None:
        """Show a safe text."""
        self.text = text
        self._fit()
        self.renew()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """Take as many lines as the text needs, and lift the note line, which lies over the bottom of the screen."""
        lines = max(1, len(self.block(self.size.width))) if self.size.width else 1
        if lines != self._lines:  # only now, as it takes a new layout
            self.styles.height = self._lines = lines
            for note in self.screen.query("#check-in"):
                note.styles.margin = (0, 0, lines + 1, 0)

    def block(self, cells: int) -> list[Line]:
        return [(Span(f" {line}"),) for line in wrap_to(self.text, cells - 2, _MOST)]
