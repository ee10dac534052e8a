"""A screen of the caseload on which the advisor can take notes."""

from functools import cached_property, partial
from typing import cast

from advisory.tui.running.key_app import KeyApp

from .frame import Frame
from .note_taking import READY_AFTER, NoteTaking
from .opening import settings_lines

_WHILE_TYPING = {"back", "line-up", "line-down", "page-up", "page-down"}
"""The commands that still work while a note is being typed."""


class CaseScreen(Frame, inherit_bindings=False):
    """The base of the modes and of the screens that open over them."""

    last_snooze: tuple[str, str, int] = ("", "", 0)
    """What was snoozed last, so that the same key snoozes it again: key of the row, promise id, the store's sequence."""

    last_twice: tuple[str, str, str, int] = ("", "", "", -1)
    """Where a command that is asked twice ran last: its id, the row's key, the id of what it named there since, the
    store's sequence. See `commands/twice.py`."""

    @cached_property
    def notes(self) -> NoteTaking:
        """What opens, saves and closes the line on which a note is typed."""
        return NoteTaking(self)

    def on_mount(self) -> None:
        prepare = partial(self.set_timer, READY_AFTER, self.notes.prepare)
        cast("KeyApp", self.app).once_drawn(partial(self.call_after_refresh, prepare))

    def begin_again(self, *values: str) -> None:
        super().begin_again(*values)
        self.last_snooze, self.last_twice = CaseScreen.last_snooze, CaseScreen.last_twice

    @property
    def is_taking_note(self) -> bool:
        return self.notes.is_open

    @property
    def is_note_kept(self) -> bool:
        return self.notes.is_kept

    def settings_lines(self) -> list[tuple[str, str, str]]:
        """Each row of the settings: its key, its section, its words."""
        return settings_lines(self.desk, self.app.theme)

    def draw_note_reading(self) -> None:
        self.notes.draw_reading()

    def back(self) -> None:
        if self.notes.is_open:
            self.notes.close()
        else:
            super().back()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a note is being typed, allow only the commands that don't disturb it."""
        if action == "do" and self.notes.is_open:
            return parameters[0] in _WHILE_TYPING
        return True
