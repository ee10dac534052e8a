"""What a screen's cursor moves in."""

from typing import ClassVar

from rich.style import Style
from textual.message import Message
from textual.scroll_view import ScrollView

from advisory.tui.widgets.text.ink import COMPONENTS, LOOKS


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

    def move_across(self, by: int) -> None:
        """Go so many columns on, or back; a body of one column stays."""

    def move_section(self, by: int) -> None:
        """Go so many lists on, or back; a body of one list stays."""

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
