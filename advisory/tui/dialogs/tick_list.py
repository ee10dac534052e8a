"""A dialog to tick items in a list."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.prose import cut
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span

from .dialog import Dialog


class Tick(NamedTuple):
    """An item of the list, with a safe label."""

    key: str
    label: str
    is_ticked: bool


class TickListDialog(Dialog[list[str] | None], inherit_bindings=False):
    """Returns the keys that were ticked, in the order of the list, or None. `about` is a safe sentence above the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter,ctrl+s", "take", "Take them"),
        ("space", "tick", "Tick or untick"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(self, heading: str, options: Sequence[Tick], *, about: str = "") -> None:
        super().__init__()
        self._heading, self._options, self._about = heading, options, about
        self._ticked = {option.key for option in options if option.is_ticked}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content(self._heading), classes="dialog-heading")
            if self._about:
                yield Static(Content(self._about), classes="dialog-about")
            yield Lines()
            yield Static(classes="dialog-keys")

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        lines.show([Row(option.key, self._drawing(option)) for option in self._options])
        self.set_focus(lines)
        self._count()

    def action_move(self, by: int) -> None:
        self.query_one(Lines).move(by)

    def action_page(self, direction: int) -> None:
        self.query_one(Lines).move_page(direction)

    def action_tick(self) -> None:
        lines = self.query_one(Lines)
        self._ticked ^= {lines.key} - {""}
        lines.refresh_row(lines.key)
        self._count()

    def action_take(self) -> None:
        self.dismiss([option.key for option in self._options if option.key in self._ticked])

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_tick()

    def _count(self) -> None:
        keys = f"Space ticks or unticks · Enter takes {len(self._ticked)} of {len(self._options)} · Esc close"
        self.query_one(".dialog-keys", Static).update(Content(keys))

    def _drawing(self, option: Tick) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            is_ticked = option.key in self._ticked
            return (
                Span("[x] " if is_ticked else "[ ] ", "accent"),
                Span(cut(option.label, cells - 4), "" if is_ticked else "muted"),
            )

        return draw
