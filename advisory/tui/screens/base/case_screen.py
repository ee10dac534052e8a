"""A screen of the caseload: a frame on which notes are taken."""

from functools import cached_property

from .frame import Frame
from .note_taking import READY_AFTER, NoteTaking

_WHILE_TYPING = {"back", "line-up", "line-down", "page-up", "page-down"}
"""Commands that do no harm to a note that is being typed."""


class CaseScreen(Frame, inherit_bindings=False):
    """What the modes and the screens over them have in common."""

    goes_on = False
    """Whether the cursor may go on to another student: once a note is saved it may, and never by itself."""

    put_off: tuple[str, str, int] = ("", "", 0)
    """What was snoozed last: whose row was highlighted, which promise, and the store's number then."""

    @cached_property
    def notes(self) -> NoteTaking:
        """The line for a note, from its key to Enter."""
        return NoteTaking(self)

    def on_mount(self) -> None:
        self.set_timer(READY_AFTER, self.notes.make_ready)

    @property
    def is_typed_on(self) -> bool:
        return self.notes.is_open

    def draw_open_line(self) -> None:
        self.notes.draw_reading()

    def back(self) -> None:
        if self.notes.is_open:
            self.notes.close()
        else:
            super().back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a note is typed only the keys that do no harm to it work."""
        if action == "do" and self.notes.is_open:
            return parameters[0] in _WHILE_TYPING
        return True
