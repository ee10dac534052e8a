"""The check-in line: who it is about, a box for the note, and nothing else. Text first."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from advisory.model.words import Kind
from advisory.rules.contact import DEFAULT_KIND

from .note_area import NoteArea

DRAFT_AFTER = 0.5
"""Seconds after the last key when the text is kept on the disk."""


class CheckInLine(Vertical):
    """Opens over the foot of a screen for one student.

    `keep` and `save` are called with the student and the text as it stands, `changed` when another kind was chosen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        ("tab", "kind(1)", "Another kind"),
        ("shift+tab", "kind(-1)", "The kind before"),
    ]

    def __init__(
        self, keep: Callable[[str, str], bool], save: Callable[[str, str, Kind], None], changed: Callable[[], None]
    ) -> None:
        super().__init__(id="check-in")
        self._keep, self._save, self._changed = keep, save, changed
        self.kind = DEFAULT_KIND
        self._timer: Timer | None = None
        self.student_id = ""

    def compose(self) -> ComposeResult:
        yield Static(id="check-in-about", markup=False)
        yield NoteArea(placeholder="What did you see or hear?", id="check-in-text", submit=self._submit)

    @property
    def area(self) -> NoteArea:
        """The box."""
        return self.query_one(NoteArea)

    @property
    def is_whole(self) -> bool:
        """Whether its widgets are there already."""
        return bool(self.query(NoteArea))

    @property
    def is_open(self) -> bool:
        """Whether a note is being taken."""
        return bool(self.display and self.student_id)

    def open_for(self, student_id: str, text: str) -> None:
        """Begin a note, or go on with a draft."""
        self.student_id, self.kind = student_id, DEFAULT_KIND
        self.area.text = text
        self.area.move_cursor(self.area.document.end)
        self.display = True

    def tell(self, about: str, *, covered: bool) -> None:
        """Say whom it is about, under the shade if there is one."""
        self.query_one("#check-in-about", Static).update(Content(about))
        self.area.cover(covered=covered)

    def action_kind(self, by: int) -> None:
        """Go on to another kind of check-in."""
        kinds = list(Kind)
        self.kind = kinds[(kinds.index(self.kind) + by) % len(kinds)]
        self._changed()

    def keep_now(self) -> bool:
        """Keep the text on the disk at once; False when the disk does not take it."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        return not self.student_id or self._keep(self.student_id, self.area.text)

    def close(self) -> None:
        """Put the line away; what becomes of the text is the screen's to say."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.student_id = ""
        self.display = False

    def on_text_area_changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        if self.student_id:
            self._timer = self.set_timer(DRAFT_AFTER, self.keep_now)

    def _submit(self, _area: NoteArea) -> None:
        if self.student_id:
            self._save(self.student_id, self.area.text, self.kind)
