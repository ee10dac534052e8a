"""A widget of several lines drawn in our looks; what does not fit below is cut off."""

from textual.geometry import Region
from textual.strip import Strip

from .ink import Line, strip
from .inked import Inked


class InkedBlock(Inked):
    """Draws its block anew only when it is refreshed or has another width."""

    def block(self, cells: int) -> list[Line]:  # noqa: ARG002 - for those that draw
        """What it shows in so many cells."""
        return []

    def render_lines(self, crop: Region) -> list[Strip]:
        self._block = self.block(self.size.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        line = self._block[y] if y < len(self._block) else ()
        return strip(line, self.size.width, self.looks)
