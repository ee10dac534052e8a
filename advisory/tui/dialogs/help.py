"""A dialog that explains keys or marks."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.prose import width, wrap
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell

from .dialog import Dialog

_KEYS, _LABEL = 9, 14


class Explained(NamedTuple):
    """A key or a mark, its label if it has one, and a sentence about it."""

    keys: str
    label: str
    sentence: str
    is_dim: bool = False
    """Whether it can't be used now."""


class HelpDialog(Dialog[None], inherit_bindings=False):
    """A list to read, which scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,enter,f1", "dismiss(None)", "Close"),
        ("home", "scroll(-1000)", "First"),
        ("end,G", "scroll(1000)", "Last"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, heading: str, explained: Sequence[Explained]) -> None:
        super().__init__()
        self._heading, self._explained = heading, explained

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines(id="help-lines")
            yield Static(Content("↑ ↓ scroll · Esc close"), classes="dialog-keys")

    @property
    def lines(self) -> Lines:
        """The list of keys."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self.set_focus(self.lines)

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        label = _LABEL if any(one.label for one in self._explained) else 0
        keys_of_all = max(_KEYS, *(width(one.keys) + 1 for one in self._explained if not label), 0)
        room = max(20, self.lines.cells - keys_of_all - label - 3)
        rows: list[Row] = []
        for one in self._explained:
            sentence = wrap(one.sentence, room)
            key_look, label_look, look = ("muted",) * 3 if one.is_dim else ("key", "strong", "")
            front = [cell(one.keys, max(keys_of_all, width(one.keys) + 1), key_look)]
            if label:
                front.append(cell(one.label, label, label_look))
            rows.append(_row((*front, Span(sentence[0], look))))
            rows.extend(_row((Span(" " * (keys_of_all + label)), Span(more, look))) for more in sentence[1:])
        self.lines.show(rows)

    def action_scroll(self, by: int) -> None:
        self.lines.scroll_relative(y=by, animate=False)


def _row(line: Line) -> Row:
    return Row("", lambda _cells: line)
