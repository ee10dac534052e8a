"""A dialog that says what each column of a file is, with the first values of each beside it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.prose import fit
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span, cell

from .dialog import Dialog

_HEADER, _LEAST_HEADER = 34, 16


class Column(NamedTuple):
    """A column of the file: its safe name, its first values as a safe text, and the key of what it is taken for."""

    name: str
    values: str
    choice: str
    is_marked: bool = False


class ColumnsDialog(Dialog[list[Column] | None], inherit_bindings=False):
    """Returns the columns with what the advisor chose, or None.

    `choices` are keys with labels; ← and → go through them, a letter goes to the next one that begins with it. `mark` is
    the word for a column that is marked, such as `sensitive`; without one, nothing can be marked.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Leave it"),
        ("enter,ctrl+s", "take", "Read them this way"),
        ("space", "mark", "Mark it"),
        ("right", "choose(1)", "Next choice"),
        ("left", "choose(-1)", "Choice before"),
        ("down,tab", "move(1)", "Down"),
        ("up,shift+tab", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
    ]

    def __init__(
        self, heading: str, columns: Sequence[Column], choices: Sequence[tuple[str, str]], *, about: str, mark: str = ""
    ) -> None:
        super().__init__()
        self._heading, self._about, self._mark = heading, about, mark
        self._columns = list(columns)
        self._choices = dict(choices)
        self._widest = max(map(len, self._choices.values()))

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -tall"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Static(Content(self._about), classes="dialog-about")
            yield Lines()
            yield Static(classes="dialog-about", id="whole")
            yield Static(Content(self._keys), classes="dialog-keys")

    def on_mount(self) -> None:
        lines = self.query_one(Lines)
        lines.show([Row(str(at), self._drawing(at)) for at in range(len(self._columns))])
        self.set_focus(lines)
        self._show_whole()

    @property
    def _keys(self) -> str:
        choose = f"← → what it is · Space {self._mark}" if self._mark else "← → or a letter: what it is"
        return f"{choose} · Enter reads · Esc close"

    @property
    def _at(self) -> int:
        return int(self.query_one(Lines).key or 0)

    def action_move(self, by: int) -> None:
        self.query_one(Lines).move(by)

    def action_page(self, direction: int) -> None:
        self.query_one(Lines).move_page(direction)

    def action_choose(self, by: int) -> None:
        keys = list(self._choices)
        self._put(keys[(keys.index(self._columns[self._at].choice) + by) % len(keys)])

    def action_mark(self) -> None:
        if self._mark:
            column = self._columns[self._at]
            self._columns[self._at] = column._replace(is_marked=not column.is_marked)
            self.query_one(Lines).refresh_row(str(self._at))

    def action_take(self) -> None:
        self.dismiss(self._columns)

    def on_body_highlighted(self, event: Body.Highlighted) -> None:
        event.stop()
        self._show_whole()

    def on_body_opened(self, event: Body.Opened) -> None:
        """A double click goes to the next choice."""
        event.stop()
        self.action_choose(1)

    def on_key(self, event: events.Key) -> None:
        if event.character is None or not event.character.isalnum():
            return
        keys = list(self._choices)
        at = keys.index(self._columns[self._at].choice)
        for key in (*keys[at + 1 :], *keys[: at + 1]):
            if self._choices[key].casefold().startswith(event.character.casefold()):
                event.stop()
                self._put(key)
                return

    def _put(self, choice: str) -> None:
        self._columns[self._at] = self._columns[self._at]._replace(choice=choice)
        self.query_one(Lines).refresh_row(str(self._at))

    def _show_whole(self) -> None:
        """Show the whole name of the highlighted column, which its line has to cut."""
        self.query_one("#whole", Static).update(Content(self._columns[self._at].name))

    def _drawing(self, at: int) -> Callable[[int], Line]:
        def draw(cells: int) -> Line:
            column = self._columns[at]
            label = self._choices[column.choice]
            wide = self._widest + (2 if self._mark else 0)
            marked = f"{label} *" if column.is_marked and self._mark else label
            room = max(1, cells - wide - 5)
            header = min(_HEADER, max(_LEAST_HEADER, room // 2))
            return (
                Span("← ", "accent"),
                Span(fit(marked, wide), "strong" if column.choice else "muted"),
                Span(" → ", "accent"),
                cell(column.name, min(header, room)),
                Span(column.values, "muted"),
            )

        return draw
