"""A text wrapped to the width of the screen."""

from advisory.tui.prose import wrap

from .ink import Line, Span
from .inked_block import InkedBlock


class WrappedText(InkedBlock):
    """Its height is fixed in the style sheet, so that another text needs no new layout."""

    text = ""
    _look = ""

    def show(self, text: str, look: str = "") -> None:
        """Show another safe text."""
        if (text, look) != (self.text, self._look):
            self.text, self._look = text, look
            self.renew()

    def block(self, cells: int) -> list[Line]:
        return [(Span(line, self._look),) for line in wrap(self.text, cells)] if self.text else []
