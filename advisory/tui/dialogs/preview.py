"""The dialog that shows what is about to leave: what goes, what stays and why, and other students' names in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.model import CheckIn
from advisory.rules.leaving.preview import Choice, Going, Kept, Preview
from advisory.rules.leaving.reason import Reason
from advisory.tui.desk import Desk
from advisory.tui.prose import cut, safe, wrap
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Span
from advisory.tui.widgets.text.section_rule import section_rule

from .dialog import Dialog
from .form.field_input import FieldInput

INCLUDES = "private"
"""The word that is typed to include what is private."""
_LEAST = 24
_OUT = "left out: "
_ALL = "all"
_STAYS = "stays "


class Decided(NamedTuple):
    """What is to be written, to which file, or copied instead."""

    choice: Choice
    file: str
    copies: bool = False


class PreviewDialog(Dialog[Decided | None], inherit_bindings=False):
    """Returns what the advisor decided, or None. `make` says what goes after each choice; all texts are as written."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Nothing"),
        ("enter,ctrl+s", "write", "Write it"),
        ("e", "leave_out", "Leave the line out, or take it back"),
        ("t", "include", "Include what is private"),
        ("n", "names", "What stands for other students' names"),
        ("f", "file", "Another file"),
        ("quotation_mark", "copy", "Copy it"),
        ("down,j", "move(1)", "Down"),
        ("up,k", "move(-1)", "Up"),
        ("pagedown", "page(1)", "Page down"),
        ("pageup", "page(-1)", "Page up"),
        ("home", "end(-1)", "First"),
        ("end", "end(1)", "Last"),
    ]

    def __init__(
        self,
        desk: Desk,
        heading: str,
        make: Callable[[Choice], Preview],
        file: str,
        *,
        choice: Choice,
        problem: str = "",
    ) -> None:
        super().__init__()
        self._desk = desk
        self._heading, self._make, self._file, self._choice, self._problem = heading, make, file, choice, problem
        self._preview = make(choice)
        self._asks = ""
        """What the box below asks for: the file, or the id of what is included; "" while it is closed."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -whole -preview"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines()
            yield Static(classes="dialog-about")
            yield Static(classes="dialog-problem")
            yield FieldInput("", "", id="preview-box", covered=False, submit=self._answer)
            yield Static(classes="dialog-keys")

    def on_mount(self) -> None:
        self._say(self._problem)
        self._close_box()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    # --- the keys -------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        self._lines.move(by)

    def action_page(self, direction: int) -> None:
        self._lines.move_page(direction)

    def action_end(self, direction: int) -> None:
        self._lines.move_to_end(direction)

    def action_leave(self) -> None:
        if self._asks:
            self._close_box()
        else:
            self.dismiss(None)

    def action_write(self) -> None:
        self.dismiss(Decided(self._choice, self._file))

    def action_copy(self) -> None:
        self.dismiss(Decided(self._choice, self._file, copies=True))

    def action_leave_out(self) -> None:
        key = self._lines.key
        if not key or key.startswith(_STAYS):
            self._say("Only a line that goes can be left out.")
            return
        self._choice = self._choice._replace(left_out=self._choice.left_out ^ {key})
        self._say("")
        self._draw()

    def action_names(self) -> None:
        if not (self._preview.names or self._preview.leaves_out):
            self._say("No other student's name is in it.")
            return
        self._choose(self._choice.next_instead())

    def action_include(self) -> None:
        """Ask for the word that includes the highlighted private line, or leave it out again."""
        key = self._lines.key
        wanted = key.removeprefix(_STAYS) if key.startswith(_STAYS) else ""
        going = next((line for part in self._preview.parts for line in part.lines if line.key == key), None)
        if going is not None and (there := going.which_of(self._choice.included)):
            self._choose(self._choice._replace(included=self._choice.included - there))
        elif wanted:
            self._ask(wanted, "", f"Type {INCLUDES} to include it")
        else:
            self._say("Highlight what stays: a private line is included by typing a word.")

    def action_file(self) -> None:
        self._ask("file", self._file, "the file")

    def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        self.action_leave_out()

    # --- the box below --------------------------------------------------------------------------------------------

    def _ask(self, what: str, value: str, hint: str) -> None:
        box = self.query_one("#preview-box", FieldInput)
        self._asks, box.value, box.placeholder, box.display = what, value, hint, True
        box.action_end()
        self.set_focus(box)
        self._draw()

    def _close_box(self) -> None:
        self._asks = ""
        self.query_one("#preview-box").display = False
        self.set_focus(self._lines)
        self._draw()

    def _answer(self, box: FieldInput) -> None:
        asks, typed = self._asks, box.value.strip()
        self._say("")
        if asks == "file":
            self._file = typed or self._file
        elif typed.lower() != INCLUDES:
            self._say(f"Nothing was included: type {INCLUDES}, or Esc.")
            return
        else:
            self._include(asks)
        self._close_box()

    def _include(self, asks: str) -> None:
        """Include what was asked about, as far as there is a section for it in what goes."""
        private = {one.id for one in self._preview.kept if one.reason is Reason.PRIVATE}
        wanted = private if asks == _ALL else {asks}
        choice = self._choice._replace(included=self._choice.included | wanted)
        preview = self._make(choice)
        if not any(line.which_of(wanted) for part in preview.parts for line in part.lines):
            self._say("This page has no section for it, so it stays out.")
            return
        self._choice, self._preview = choice, preview

    # --- drawing --------------------------------------------------------------------------------------------------

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    def _choose(self, choice: Choice) -> None:
        self._choice, self._preview = choice, self._make(choice)
        self._say("")
        self._draw()

    def _say(self, text: str) -> None:
        problem = self.query_one(".dialog-problem", Static)
        problem.update(Content(text))
        problem.display = bool(text)

    def _draw(self) -> None:
        self._lines.show(list(self._rows(max(_LEAST, self._lines.cells - 3))))
        self.query_one(".dialog-about", Static).update(Content(safe(self._preview.summary)))
        self.query_one(".dialog-keys", Static).update(Content(self._keys()))

    def _keys(self) -> str:
        if self._asks:
            return "Enter takes it · Esc goes back"
        names = " · n names" if self._preview.names or self._preview.leaves_out else ""
        leaving = " · e leaves out" if any(line.key for part in self._preview.parts for line in part.lines) else ""
        including = " · t includes" if self._preview.kept or self._choice.included else ""
        return f'Enter writes {safe(Path(self._file).name)} · f another file{leaving}{including}{names} · " copies · Esc nothing'

    def _rows(self, cells: int) -> Iterator[Row]:
        for at, part in enumerate(self._preview.parts):
            if part.heading:
                if at:
                    yield _text("")
                yield _heading(safe(part.heading))
            for line in part.lines:
                yield from self._going(line, cells)
        if self._preview.kept:
            yield _text("")
            yield _heading("Stays here, unless you include it")
            private = sum(one.reason is Reason.PRIVATE for one in self._preview.kept)
            if private > 1:
                yield _text(f"all {private:,} that are private", "muted", _STAYS + _ALL)
            yield from (self._kept(one, cells) for one in self._preview.kept)

    def _going(self, line: Going, cells: int) -> Iterator[Row]:
        is_out = line.key in self._choice.left_out
        is_included = bool(line.which_of(self._choice.included))
        before = _OUT if is_out else f"{INCLUDES}: " if is_included else ""
        look = "muted" if is_out else "mine" if is_included else "accent" if line.key in self._preview.covered else ""
        first, *more = wrap(f"{before}{safe(line.text)}", cells - 2)
        yield _text(first, look, line.key)
        yield from (_text(f"  {text}", look) for text in more)
        if line.note:
            yield from (_text(f"  {text}", "muted") for text in wrap(safe(line.note), cells - 2))

    def _kept(self, one: Kept, cells: int) -> Row:
        record = one.record
        words = (
            self._desk.written(record, one.words) if isinstance(record, CheckIn) else self._desk.prose.note(one.words)
        )
        return _text(cut(f"{one.reason.label}: {safe(one.line(words))}", cells), "muted", _STAYS + one.id)


def _heading(title: str) -> Row:
    return Row("", lambda cells: section_rule(title, cells - 1))


def _text(text: str, look: str = "", key: str = "") -> Row:
    return Row(key, lambda _cells: (Span(text, look),))
