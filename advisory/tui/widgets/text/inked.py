"""The base of widgets that draw one line."""

from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from .ink import Line, looks_in, strip


class Inked(Widget):
    """Draws its line itself, and looks up the styles only when the theme has changed."""

    _room: Size | None = None
    """The size while lines are drawn."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}

    def line(self, cells: int) -> Line:  # noqa: ARG002 - for subclasses
        """The line to draw at this width."""
        return ()

    @property
    def looks(self) -> dict[str, Style]:
        """The style of each look in the current theme."""
        if not self._looks:
            self._looks = looks_in(self)
        return self._looks

    @property
    def room(self) -> Size:
        """The size to draw in."""
        return self.size if self._room is None else self._room

    def render_lines(self, crop: Region) -> list[Strip]:
        """Look the size up once for all lines."""
        self._room = self.size
        try:
            return super().render_lines(crop)
        finally:
            self._room = None

    def render_line(self, y: int) -> Strip:
        cells = self.room.width
        return strip(self.line(cells) if y == 0 else (), cells, self.looks)

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()
