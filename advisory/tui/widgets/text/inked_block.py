"""The base of widgets that draw several lines."""

from textual.geometry import Region
from textual.strip import Strip

from .ink import Line, strip
from .inked import Inked


class InkedBlock(Inked):
    """Makes its lines only when it is refreshed or resized; lines that don't fit are not shown."""

    def block(self, cells: int) -> list[Line]:  # noqa: ARG002 - for subclasses
        """The lines to draw at this width."""
        return []

    def render_lines(self, crop: Region) -> list[Strip]:
        self._block = self.block(self.size.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = self._block[y] if y < len(self._block) else ()
        return strip(line, self.size.width, self.looks)
