"""Every key of a screen, from the registry of commands."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.commands import commands_of
from advisory.tui.prose import width, wrap
from advisory.tui.widgets.ink import Line, Span, cell
from advisory.tui.widgets.lines import Lines, Row

from .dialog import Dialog

_KEYS, _LABEL = 9, 14


class HelpDialog(Dialog[None], inherit_bindings=False):
    """The keys, what they are called and what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,question_mark,enter", "dismiss(None)", "Close"),
        ("home", "scroll(-1000)", "First"),
        ("end,G", "scroll(1000)", "Last"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, stem: str, rebound: Mapping[str, str]) -> None:
        super().__init__()
        self._stem, self._rebound = stem, rebound

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content("Keys"), classes="dialog-heading")
            yield Lines(id="help-lines")
            yield Static(Content("↑ ↓ scroll · Esc close"), classes="dialog-keys")

    @property
    def lines(self) -> Lines:
        """The list of keys."""
        return self.query_one(Lines)

    def on_mount(self) -> None:
        self.set_focus(self.lines)

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        room = max(20, self.lines.cells - _KEYS - _LABEL - 3)
        rows: list[Row] = []
        for command in commands_of(self._stem):
            keys = command.display(self._rebound.get(command.id))
            sentence = wrap(command.sentence, room)
            rows.append(
                _row(
                    (
                        cell(keys, max(_KEYS, width(keys) + 1), "key"),
                        cell(command.label, _LABEL, "strong"),
                        Span(sentence[0]),
                    )
                )
            )
            rows.extend(_row((Span(" " * (_KEYS + _LABEL)), Span(more))) for more in sentence[1:])
        self.lines.show(rows)

    def action_scroll(self, by: int) -> None:
        self.lines.scroll_relative(y=by, animate=False)


def _row(line: Line) -> Row:
    return Row("", lambda _cells: line)
