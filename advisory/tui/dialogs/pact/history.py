"""A dialog for the history of a pact: one wording at a time, compared with the previous one."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.prose import wrap
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.words.pact_history import Wording


class PactHistoryDialog(Dialog[None], inherit_bindings=False):
    """A list of wordings to read, which begins with the current one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,enter,H", "dismiss(None)", "Close"),
        ("left,h", "go(-1)", "Previous wording"),
        ("right,l", "go(1)", "Next wording"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, about: str, wordings: Sequence[Wording]) -> None:
        super().__init__()
        self._about, self._wordings, self._at = about, wordings, len(wordings) - 1

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole"):
            yield Static(classes="dialog-heading")
            yield Lines()
            keys = ["← → wording before and after"] if len(self._wordings) > 1 else []
            yield Static(Content(" · ".join([*keys, "↑ ↓ scroll", "Esc close"])), classes="dialog-keys")

    @property
    def lines(self) -> Lines:
        """The lines of the wording that is shown."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self.set_focus(self.lines)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def action_go(self, by: int) -> None:
        self._at = max(0, min(self._at + by, len(self._wordings) - 1))
        self.lines.scroll_to(y=0, animate=False)
        self._draw()

    def action_scroll(self, by: int) -> None:
        self.lines.scroll_relative(y=by, animate=False)

    def _draw(self) -> None:
        wording = self._wordings[self._at]
        self.query_one(".dialog-heading", Static).update(Content(f"{self._about} · {wording.heading}"))
        room = max(20, self.lines.cells - 3)
        self.lines.show([row for text in wording.texts for row in _rows(text, room)])


def _rows(text: Span, cells: int) -> list[Row]:
    """The text wrapped, with every line indented as it is."""
    margin = text.text[: len(text.text) - len(text.text.lstrip(" "))]
    lines = wrap(text.text.lstrip(" "), cells - len(margin))
    return [_row(Span(margin + line, text.look)) for line in lines]


def _row(line: Span) -> Row:
    return Row("", lambda _cells: (line,))
