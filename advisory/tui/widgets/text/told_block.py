"""A sentence under what it tells about, in the lines it has."""

from advisory.tui.prose import wrap

from .ink import Line, Span
from .inked_block import InkedBlock


class ToldBlock(InkedBlock):
    """Wraps; its height is its sheet's, so that another sentence lays out nothing anew."""

    text = ""
    _look = ""

    def say(self, text: str, look: str = "") -> None:
        """Say a safe text."""
        if (text, look) != (self.text, self._look):
            self.text, self._look = text, look
            self.refresh()

    def block(self, cells: int) -> list[Line]:
        return [(Span(line, self._look),) for line in wrap(self.text, cells)] if self.text else []
