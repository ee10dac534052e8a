"""A dialog that shows a report, and may ask a question about it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.prose import wrap
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

from .dialog import Dialog


class ReportDialog(Dialog[bool], inherit_bindings=False):
    """Returns True for Enter and False for Escape; without a question, always False."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(False)", "Leave it"),
        ("enter", "answer", "Yes"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, heading: str, lines: list[str], *, question: str, escape: str = "") -> None:
        super().__init__()
        self._heading, self._lines, self._question = heading, lines, question
        self._escape = escape or ("Esc close" if question else "Enter or Esc goes on")

    def compose(self) -> ComposeResult:
        with Vertical(classes=f"dialog {'-tall' if len(self._lines) > 1 else '-brief'}"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines()
            yield Static(
                Content(" · ".join(filter(None, [self._question, "↑ ↓ scroll", self._escape]))), classes="dialog-keys"
            )

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Lines))

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        lines = self.query_one(Lines)
        room = max(20, lines.cells - 3)
        lines.show([_row(text) for line in self._lines for text in _wrapped(line, room)])

    def action_scroll(self, by: int) -> None:
        self.query_one(Lines).scroll_relative(y=by, animate=False)

    def action_answer(self) -> None:
        self.dismiss(bool(self._question))


def _wrapped(line: str, cells: int) -> list[str]:
    """The line wrapped, with every line indented as it is."""
    margin = line[: len(line) - len(line.lstrip(" "))]
    return [margin + text for text in wrap(line.lstrip(" "), cells - len(margin))]


def _row(text: str) -> Row:
    return Row("", lambda _cells: (Span(text),))
