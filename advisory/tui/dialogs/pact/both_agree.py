"""A dialog in which both agree to a pact: the student by typing their name, the advisor by pressing a key."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.prose import wrap
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.boxes.student_area import StudentArea
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row
from advisory.tui.widgets.text.ink import Line, Span

_TYPE = "Type your name to say yes."
_MINE = "Thank you. Now your advisor: y says yes."
_LEAST = 20
"""Text is never wrapped narrower than this."""
_AROUND = 14
"""Lines of the dialog around the wording, so that the box for the name is in view however long the wording is."""
_STEPS = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5}


class Given(NamedTuple):
    """Who agreed: the name that the student typed, "" if they didn't or had agreed before; and whether the advisor did."""

    name: str
    mine: bool


class BothAgreeDialog(Dialog[Given | None], inherit_bindings=False):
    """Shows the wording, and asks those who haven't agreed yet, the student first. Returns None if nobody agreed.

    `is_own` says whether a text is the student's own name.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave it"),
        ("y", "agree", "You say yes"),
        *((key, f"scroll({by})", "Read on") for key, by in _STEPS.items()),
    ]

    def __init__(
        self,
        heading: str,
        lines: Sequence[tuple[str, str]],
        *,
        mask: Callable[[str], str],
        is_own: Callable[[str], bool],
        wants_name: bool = True,
        wants_mine: bool = True,
    ) -> None:
        super().__init__()
        self._heading, self._lines, self._mask, self._is_own = heading, lines, mask, is_own
        self._wants_name, self._wants_mine = wants_name, wants_mine
        self._signed = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -agree"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield Lines()
            yield Static(Content(_TYPE if self._wants_name else _MINE), classes="dialog-problem", id="agree-ask")
            yield StudentArea(id="agree-name", mask=self._mask, submit=self._take, takes=self._reads_on)
            yield Static(Content("↑ ↓ read · Esc not now"), classes="dialog-keys")

    def on_mount(self) -> None:
        self.box.display = self._wants_name
        self.set_focus(self.box if self._wants_name else self.query_one(Lines))

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        lines = self.query_one(Lines)
        room = max(_LEAST, lines.cells - 3)
        rows = [_row((Span(part, look),)) for text, look in self._lines for part in wrap(text, room)]
        lines.styles.height = min(len(rows), max(1, self.size.height - _AROUND))
        lines.show(rows)

    @property
    def box(self) -> StudentArea:
        """The box for the name."""
        return self.query_one(StudentArea)

    @property
    def _is_typed(self) -> bool:
        """Whether a name is in the box and waits for Enter."""
        return bool(self.box.display and self.box.text.strip())

    @property
    def _keys(self) -> str:
        """The footer: what can be done now."""
        does = ["Enter says yes"] if self._is_typed else []
        return " · ".join([*does, "↑ ↓ read", "Esc not now"])

    def _show_keys(self) -> None:
        self.query_one(".dialog-keys", Static).update(Content(self._keys))

    def on_text_area_changed(self) -> None:
        self._show_keys()

    def _reads_on(self, event: events.Key) -> bool:
        """Scroll the wording with the arrows while the name is typed."""
        if event.key in _STEPS:
            self.action_scroll(_STEPS[event.key])
        return event.key in _STEPS

    def _take(self, _box: NoteArea) -> None:
        name = self.box.text.strip()
        if not self._is_own(name):
            self.query_one("#agree-ask", Static).update(Content("Type your own name as it appears on the screen."))
            return
        self._signed = name
        if not self._wants_mine:
            self.dismiss(Given(name, mine=False))
            return
        self.query_one("#agree-ask", Static).update(Content(_MINE))
        self.box.display = False
        self._show_keys()
        self.set_focus(self.query_one(Lines))

    def action_agree(self) -> None:
        if self._signed or not self._wants_name:
            self.dismiss(Given(self._signed, mine=True))

    def action_leave(self) -> None:
        self.dismiss(Given(self._signed, mine=False) if self._signed else None)

    def action_scroll(self, by: int) -> None:
        self.query_one(Lines).scroll_relative(y=by, animate=False)


def _row(line: Line) -> Row:
    return Row("", lambda _cells: line)
