"""The base of widgets that draw one line."""

from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from .ink import Line, looks_in, strip


class Inked(Widget):
    """Draws its line itself, and looks up the styles only when the theme has changed."""

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

    def render_line(self, y: int) -> Strip:
        return strip(self.line(self.size.width) if y == 0 else (), self.size.width, self.looks)

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()
