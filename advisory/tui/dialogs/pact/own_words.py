"""A dialog in which the student rewords one line of a pact."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.widgets.boxes.check_in_line import DRAFT_AFTER
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.widgets.boxes.student_area import StudentArea

IS_BACK = "What you typed is here again."


class OwnWordsDialog(Dialog[str | None], inherit_bindings=False):
    """Returns the text, or None. `keep` gets the draft half a second after the last key."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave it"), ("ctrl+s", "take", "Keep it")]

    def __init__(
        self, heading: str, text: str, *, mask: Callable[[str], str], keep: Callable[[str], None], notice: str = ""
    ) -> None:
        super().__init__()
        self._heading, self._text, self._mask, self._keep, self._notice = heading, text, mask, keep, notice
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog -own"):
            yield Static(Content(self._heading), classes="dialog-heading")
            yield StudentArea(id="own-words", mask=self._mask, submit=self._take)
            yield Static(Content(self._notice), classes="dialog-problem")
            yield Static(Content("Enter or ^s keeps it · Esc closes it for later"), classes="dialog-keys")

    def on_mount(self) -> None:
        self.box.text = self._text
        self.box.move_cursor(self.box.document.end)
        self.set_focus(self.box)

    @property
    def box(self) -> StudentArea:
        """The box for the words."""
        return self.query_one(StudentArea)

    def keep_now(self) -> None:
        """Save the draft to disk now."""
        self._stop()
        if not self._has_left:
            self._keep(self.box.text)

    def action_leave(self) -> None:
        self.keep_now()
        self.dismiss(None)

    def _take(self, _box: NoteArea) -> None:
        self.action_take()

    def action_take(self) -> None:
        self.keep_now()
        self.dismiss(self.box.text)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def on_text_area_changed(self) -> None:
        self._stop()
        self._timer = self.set_timer(DRAFT_AFTER, self.keep_now)
