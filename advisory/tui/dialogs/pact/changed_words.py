"""A dialog that shows what changed since both agreed, before they are asked again."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.model.words import Word
from advisory.rules.pact.wording import Difference
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.prose import width, wrap
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span

_WAS, _NOW, _NOTHING = "was  ", "now  ", "–"
_KEYS = "Enter both of you agree now · t only a typo, no need to ask\nEsc not yet · ↑ ↓ scroll"


class Again(Word):
    """What the advisor answers about a changed wording."""

    AGREE = "agree"
    TYPO = "typo"


class ChangedWordsDialog(Dialog[Again | None], inherit_bindings=False):
    """Returns whether both agree now or it is only a typo; None for "not yet". The texts in `changes` are safe."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,n", "dismiss(None)", "Not yet"),
        ("enter", "answer('agree')", "Both agree"),
        ("t", "answer('typo')", "Only a typo"),
        ("down,j", "scroll(1)", "Down"),
        ("up,k", "scroll(-1)", "Up"),
        ("pagedown,space", "scroll(10)", "Page down"),
        ("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, changes: Sequence[Difference]) -> None:
        super().__init__()
        self._changes = changes

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -changed"):
            yield Static(Content("What changed since you two agreed"), classes="dialog-heading")
            yield Lines()
            yield Static(Content("The old words count until you have both said yes to these."), classes="dialog-about")
            yield Static(Content(_KEYS), classes="dialog-keys")

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Lines))

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        lines = self.query_one(Lines)
        rows = list(self._rows(max(20, lines.cells - 3)))
        lines.styles.height = len(rows)
        lines.show(rows)

    def _rows(self, cells: int) -> Iterator[Row]:
        for number, change in enumerate(self._changes):
            if number:
                yield _row()
            yield _row(Span(change.called, "heading"))
            for label, lines, look in ((_WAS, change.was, "muted"), (_NOW, change.now, "")):
                for line in lines or (_NOTHING,):
                    first, *rest = wrap(line, cells - width(label))
                    yield _row(Span(label, "muted"), Span(first, look))
                    for more in rest:
                        yield _row(Span(" " * width(label)), Span(more, look))

    def action_scroll(self, by: int) -> None:
        self.query_one(Lines).scroll_relative(y=by, animate=False)

    def action_answer(self, answer: str) -> None:
        self.dismiss(Again(answer))


def _row(*spans: Span) -> Row:
    return Row("", lambda _cells: spans)
