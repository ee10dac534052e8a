"""The base of widgets that draw several lines."""

from collections.abc import Sequence
from itertools import islice, zip_longest
from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip

from .ink import Line, strip
from .inked import Inked


def changed_lines(before: Sequence[Line], after: Sequence[Line], height: int) -> list[int]:
    """Which of the first `height` lines differ."""
    pairs = islice(zip_longest(before, after, fillvalue=()), height)
    return [y for y, (one, other) in enumerate(pairs) if tuple(one) != tuple(other)]


class InkedBlock(Inked):
    """Makes its lines only when it is refreshed or resized; lines that don't fit are not shown."""

    _made_for: Size | None = None
    _block: list[Line]

    def block(self, cells: int) -> list[Line]:  # noqa: ARG002 - for subclasses
        """The lines to draw at this width."""
        return []

    def renew(self) -> None:
        """Make the lines anew, and draw those that have changed."""
        if self._made_for != self.size or not self.size:
            self.refresh()
            return
        before, self._block = self._block, self.block(self.size.width)
        if changed := changed_lines(before, self._block, self.size.height):
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))
            self._made_for = self.size

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self._made_for = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        room = self.room
        if self._made_for != room:
            self._made_for, self._block = room, self.block(room.width)
        return strip(self._block[y] if y < len(self._block) else (), room.width, self.looks)
