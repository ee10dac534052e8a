"""The dialog that lists the keys: typing narrows the list, Enter runs the highlighted command."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from advisory.rules.names.finding import fold
from advisory.tui.key_place import is_foreign
from advisory.tui.prose import width, wrap
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.as_typed import AsTyped
from advisory.tui.widgets.text.ink import Line, Span, cell
from advisory.tui.widgets.text.section_rule import section_rule

from .dialog import Dialog
from .help import Explained

_KEYS, _LABEL = 9, 14


class Known(NamedTuple):
    """A command with its explanation, and other words for it."""

    id: str
    explained: Explained
    also: str = ""

    def fit(self, typed: str) -> int:
        """How well it fits what is typed: 3 by its key, 2 by the beginning of a word of its label, 1 by any other word."""
        one = self.explained
        if not typed or typed in one.keys.split():
            return 3
        wanted = fold(typed)
        if any(word.startswith(wanted) for word in fold(f"{one.label} {self.also}").split()):
            return 2
        return int(all(part in fold(f"{one.label} {self.also} {one.sentence}") for part in wanted.split()))


class _Filter(Input):
    """Takes a letter that isn't Latin by its place on the keyboard, where the terminal tells it."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return not is_foreign(key) and super().check_consume_key(key, character)


class KeysDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the id of the command to run. The first `here` of the known commands are those of the screen below.

    What the `marks` on the screens mean stands at the end, to be read.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Close"),
        ("enter", "take", "Run it"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
        ("f1", "dismiss(None)", "Close"),
    ]

    def __init__(self, known: Sequence[Known], *, here: int, marks: Sequence[Explained] = ()) -> None:
        super().__init__()
        self._known, self._here, self._marks = known, here, [Known("", one) for one in marks]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole"):
            yield Static(Content("Keys"), classes="dialog-heading")
            box = _Filter(
                placeholder="Type to narrow the list: a key, or a word", highlighter=AsTyped(), id="keys-filter"
            )
            box.cursor_blink = False
            yield box
            yield Lines(id="help-lines")
            yield Static(Content("↑ ↓ choose · Enter runs it · Esc close"), classes="dialog-keys")

    @property
    def lines(self) -> Lines:
        """The list of keys."""
        return self.query_one(Lines)

    @property
    def typed(self) -> str:
        """What the list is narrowed to."""
        return self.query_one(Input).value.strip()

    def on_mount(self) -> None:
        self.set_focus(self.query_one(Input))

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw, stays=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_take()

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_take()

    def _draw(self, *, stays: bool = False) -> None:
        """Show the keys that fit what is typed, with the highlight on the first one, or where it was if it `stays`."""
        typed = self.typed
        here, elsewhere = self._known[: self._here], self._known[self._here :]
        rows: list[Row] = []
        for title, part in (("", here), ("On other screens", elsewhere), ("What the marks mean", self._marks)):
            found = sorted((one for one in part if one.fit(typed)), key=lambda one: -one.fit(typed))
            if title and found:
                rows.append(_heading(title))
            for one in found:
                rows.extend(self._rows_of(one))
        if not rows:
            is_latin = not any(map(is_foreign, typed))
            nothing = "Fewer letters show more." if is_latin else "Type with a Latin layout, as the keys are named."
            rows.append(_row("", (Span(f"No command fits. {nothing}", "muted"),)))
        self.lines.show(rows, None if stays else next((row.key for row in rows if row.key), ""))

    def _rows_of(self, known: Known) -> list[Row]:
        one = known.explained
        sentence = wrap(one.sentence, max(20, self.lines.cells - _KEYS - _LABEL - 3))
        key_look, label_look, look = ("muted",) * 3 if one.is_dim else ("key", "strong", "")
        first = (
            cell(one.keys, max(_KEYS, width(one.keys) + 1), key_look),
            cell(one.label, _LABEL, label_look),
            Span(sentence[0], look),
        )
        more = [_row("", (Span(" " * (_KEYS + _LABEL)), Span(text, look))) for text in sentence[1:]]
        return [_row(known.id, first), *more]

    def action_move(self, by: int) -> None:
        self.lines.move(by)

    def action_page(self, by: int) -> None:
        self.lines.move_page(by)

    def action_take(self) -> None:
        if self.lines.key:
            self.dismiss(self.lines.key)

    def action_leave(self) -> None:
        """Show every key again, or close."""
        if self.typed:
            self.query_one(Input).value = ""
        else:
            self.dismiss(None)


def _heading(title: str) -> Row:
    return Row("", lambda cells: section_rule(title, cells - 1))


def _row(key: str, line: Line) -> Row:
    return Row(key, lambda _cells: line)
