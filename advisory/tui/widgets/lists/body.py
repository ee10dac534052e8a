"""What a screen's cursor moves in."""

from time import monotonic
from typing import ClassVar

from rich.style import Style
from textual.message import Message
from textual.scroll_view import ScrollView

from advisory.tui.widgets.text.ink import COMPONENTS, LOOKS

GG_WITHIN = 0.8
"""Seconds in which a second g must follow the first."""


class Body(ScrollView, can_focus=True, inherit_bindings=False):
    """Things with keys, one of which is highlighted; drawn line by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)

    class Highlighted(Message):
        """The cursor came to another key."""

    class Opened(Message):
        """What is highlighted was clicked twice."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}
        self._g_at = 0.0

    @property
    def cells(self) -> int:
        """How many cells a line has, without the scroll bar."""
        return self.scrollable_content_region.width

    @property
    def key(self) -> str:
        """What is highlighted; "" when nothing is."""
        return ""

    def go_to(self, key: str) -> None:
        """Highlight something by its key."""

    def move(self, by: int) -> None:
        """Go on by so many, or back; at either end the cursor stays."""

    def move_page(self, direction: int) -> None:
        """Go a screenful on, or back."""

    def move_to_end(self, direction: int) -> None:
        """Go to the last, or the first."""

    def key_g(self) -> None:
        """`gg` goes to the first."""
        now = monotonic()
        if now - self._g_at < GG_WITHIN:
            self.move_to_end(-1)
        self._g_at = now

    def notify_style_update(self) -> None:
        self._looks.clear()
        super().notify_style_update()

    @property
    def looks(self) -> dict[str, Style]:
        """The style of each look under the theme of the moment."""
        if not self._looks:
            base = self.rich_style
            looks = {look: base + self.get_component_rich_style(f"ink--{look}", partial=True) for look in LOOKS}
            cursor = self.get_component_rich_style("ink--cursor", partial=True)
            self._looks = {"": base, "cursor": cursor, **looks}
        return self._looks
