"""A dialog to pick one item from a list."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

from .dialog import Dialog

MANY = 12
"""How many options fit into the smallest dialog."""
_MARKS = f"1234567890{ascii_lowercase.replace('j', '').replace('k', '')}"
"""What picks an option with one key; j and k move."""
_NO_MARKS: Mapping[str, str] = {}


def marks_for(keys: Iterable[str]) -> dict[str, str]:
    """Key of an option → the digit or letter that picks it; more options than there are have none."""
    return dict(zip(keys, _MARKS, strict=False))


class PickDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the key that was picked, or None. `options` are keys with safe labels; the cursor starts on `at`.

    `marks` (key → digit or letter) pick an option with one key, if it is in view; otherwise they show it first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter", "pick", "Pick it"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
    ]

    def __init__(
        self,
        heading: str,
        options: list[tuple[str, str]],
        *,
        at: str | None = None,
        marks: Mapping[str, str] = _NO_MARKS,
    ) -> None:
        super().__init__()
        self._heading, self._options, self._at, self.marks = heading, options, at, marks

    @property
    def _is_long(self) -> bool:
        """Whether it needs the whole height, so that the keys below stay in view."""
        return len(self._options) > MANY

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole" if self._is_long else "dialog"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines()
            yield Static(Content(self.keys), classes="dialog-keys")

    @property
    def keys(self) -> str:
        """The footer."""
        return f"↑ ↓ choose · Enter{' or its key' if self.marks else ''} chooses · Esc close"

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        if not self._is_long:
            lines.styles.height = len(self._options)
        lines.show([self.row(key, label) for key, label in self._options], self._at)
        self.set_focus(lines)

    def row(self, key: str, label: str) -> Row:
        """The row for one option."""
        mark = (Span(f"{self.marks.get(key, ' ')} ", "accent"),) if self.marks else ()
        return Row(key, lambda _cells: (*mark, Span(label)))

    def on_key(self, event: events.Key) -> None:
        """Pick the option whose mark it is, or show it first if it is out of view: nothing unseen is picked."""
        picked = next((key for key, mark in self.marks.items() if mark == event.character), None)
        if picked is None or picked not in dict(self._options):
            return
        event.stop()
        event.prevent_default()
        lines = self.query_one(Lines)
        if lines.is_in_view(picked):
            self.dismiss_by_mark(picked)
        else:
            lines.go_to(picked)

    def dismiss_by_mark(self, key: str) -> None:
        """Return an option that was picked by its mark."""
        self.dismiss(key)

    def action_move(self, by: int) -> None:
        self.query_one(Lines).move(by)

    def action_pick(self) -> None:
        self.dismiss(self.query_one(Lines).key or None)

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_pick()
