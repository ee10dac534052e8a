"""The base of widgets that draw several lines."""

from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip

from .ink import Line, strip
from .inked import Inked


class InkedBlock(Inked):
    """Makes its lines only when it is refreshed or resized; lines that don't fit are not shown."""

    _made_for: Size | None = None

    def block(self, cells: int) -> list[Line]:  # noqa: ARG002 - for subclasses
        """The lines to draw at this width."""
        return []

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self._made_for = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        if self._made_for != self.size:
            self._made_for, self._block = self.size, self.block(self.size.width)
        line = self._block[y] if y < len(self._block) else ()
        return strip(line, self.size.width, self.looks)
