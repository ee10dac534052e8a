"""A dialog to pick one item from a list."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines, Row
from advisory.tui.widgets.text.ink import Span

from .dialog import Dialog

MANY = 12
"""How many options fit into the smallest dialog."""


class PickDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the key that was picked, or None. `options` are keys with safe labels; the cursor starts on `at`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter", "pick", "Pick it"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
    ]

    def __init__(self, heading: str, options: list[tuple[str, str]], *, at: str | None = None) -> None:
        super().__init__()
        self._heading, self._options, self._at = heading, options, at

    @property
    def _is_long(self) -> bool:
        """Whether it needs the whole height, so that the keys below stay in view."""
        return len(self._options) > MANY

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole" if self._is_long else "dialog"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines()
            yield Static(Content("↑ ↓ choose · Enter chooses · Esc close"), classes="dialog-keys")

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        if not self._is_long:
            lines.styles.height = len(self._options)
        lines.show([self.row(key, label) for key, label in self._options], self._at)
        self.set_focus(lines)

    def row(self, key: str, label: str) -> Row:
        """The row for one option."""
        return Row(key, lambda _cells: (Span(label),))

    def action_move(self, by: int) -> None:
        self.query_one(Lines).move(by)

    def action_pick(self) -> None:
        self.dismiss(self.query_one(Lines).key or None)

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_pick()
