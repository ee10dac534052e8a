"""The dialog in which every command can be given another key."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell

from .dialog import Dialog

_KEYS, _LABEL = 12, 16


class Rebindable(NamedTuple):
    """A command as a row: its id, its keys, its label, where it works, and whether its keys were chosen."""

    id: str
    keys: str
    label: str
    where: str
    is_chosen: bool


class KeymapDialog(Dialog[None], inherit_bindings=False):
    """Enter on a command waits for the new key. `choose` gives it, or returns why it can't be."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q", "dismiss(None)", "Close"),
        ("enter", "wait", "Press another key"),
        ("delete,d", "usual", "The usual key"),
        ("D", "all_usual", "All usual keys"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(
        self,
        rows: Callable[[], Sequence[Rebindable]],
        choose: Callable[[str, str], str],
        reset: Callable[[], None],
    ) -> None:
        super().__init__()
        self._rows, self._choose, self._reset = rows, choose, reset
        self._is_waiting = self._is_asked = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole"):
            yield Static(Content("Keys of the commands"), classes="dialog-heading")
            yield Lines()
            yield Static(id="keymap-told", classes="dialog-problem", markup=False)
            yield Static(
                Content("Enter another key · d the usual one · D all usual · Esc close"), classes="dialog-keys"
            )

    @property
    def lines(self) -> Lines:
        """The list of commands."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self._draw()
        self.set_focus(self.lines)

    def _draw(self) -> None:
        self.lines.show([_row(one) for one in self._rows()])

    def _say(self, text: str) -> None:
        self.query_one("#keymap-told", Static).update(Content(text))

    @property
    def _here(self) -> Rebindable:
        return next(one for one in self._rows() if one.id == self.lines.key)

    def on_key(self, event: events.Key) -> None:
        """Take the key that was waited for, whichever it is but Escape."""
        if event.key != "D":
            self._is_asked = False
        if not self._is_waiting:
            return
        event.stop()
        event.prevent_default()
        self._is_waiting = False
        here = self._here
        if event.key == "escape":
            self._say(f"{here.label} keeps {here.keys}.")
            return
        refused = self._choose(here.id, event.key)
        self._draw()
        self._say(refused or f"{here.label} is {self._here.keys} now.")

    def action_wait(self) -> None:
        """Wait for the new key of the highlighted command."""
        self._is_waiting = True
        self._say(f"Press the new key for “{self._here.label}” · Esc keeps {self._here.keys}")

    def action_usual(self) -> None:
        """Give the highlighted command its usual key."""
        refused = self._choose(self._here.id, "")
        self._draw()
        self._say(refused or f"{self._here.label} has its usual key: {self._here.keys}.")

    def action_all_usual(self) -> None:
        """Give every command its usual key, after asking."""
        chosen = sum(one.is_chosen for one in self._rows())
        if chosen and not self._is_asked:
            self._is_asked = True
            self._say(f"Once more resets {f'all {chosen} of your keys' if chosen > 1 else 'your one key'}.")
            return
        self._is_asked = False
        self._reset()
        self._draw()
        self._say("Every command has its usual key.")

    def action_move(self, by: int) -> None:
        self.lines.move(by)

    def action_page(self, by: int) -> None:
        self.lines.move_page(by)

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_wait()


def _row(one: Rebindable) -> Row:
    line = _line(one)
    return Row(one.id, lambda _cells: line)


def _line(one: Rebindable) -> Line:
    key = cell(one.keys, _KEYS, "accent" if one.is_chosen else "key")
    return (key, cell(one.label, _LABEL, "strong"), Span(one.where, "muted"))
