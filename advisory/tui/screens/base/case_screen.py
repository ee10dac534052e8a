"""What the keys of every caseload screen do: finding, taking notes, moving from screen to screen. `frame` draws it."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events

from advisory.tui.commands.registry import Command, commands_of, elsewhere_sentence, keys_of
from advisory.tui.key_place import is_foreign
from advisory.tui.running.key_app import KeyApp
from advisory.tui.widgets.lists.body import Body

from .finding import Finding
from .frame import Frame
from .message import missing_words
from .note_taking import READY_AFTER, NoteTaking
from .opening import settings_lines
from .staying import follow, highlighted_on

if TYPE_CHECKING:
    from advisory.tui.widgets.boxes.find_line import FindLine

_WHILE_TYPING = {"back", "line-up", "line-down", "page-up", "page-down"}
"""The commands that still work while a note is being typed."""


class CaseScreen(Frame, inherit_bindings=False):
    """The base of the modes and of the screens that open over them."""

    opens_with: ClassVar[str] = "open"
    """The command that a double click on a row runs."""
    find_hint: ClassVar[str] = "the beginning of a name"

    last_snooze: tuple[str, str, int] = ("", "", 0)
    """What was snoozed last, so that the same key snoozes it again: key of the row, promise id, the store's sequence."""

    last_twice: tuple[str, str, str, int] = ("", "", "", -1)
    """Where a command that is asked twice ran last: its id, the row's key, the id of what it named there since, the
    store's sequence. See `commands/twice.py`."""

    def on_mount(self) -> None:
        prepare = partial(self.set_timer, READY_AFTER, self.notes.prepare)
        cast("KeyApp", self.app).once_drawn(partial(self.call_after_refresh, prepare))

    def begin_again(self, *values: str) -> None:
        self.finding.begin_again()
        super().begin_again(*values)
        self.last_snooze, self.last_twice = CaseScreen.last_snooze, CaseScreen.last_twice

    def draw_typed(self) -> None:
        self.notes.draw_reading()
        self.finding.cover()

    # --- running commands -----------------------------------------------------------------------------------------

    def about(self, command: Command) -> str:
        return self.highlighted.student if command.needs not in {"", "anybody", "opens"} else ""

    def missing(self, command: Command) -> str:
        return missing_words(self.highlighted, self.desk, command, self.stem)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a note is being typed, allow only the commands that don't disturb it."""
        if action == "do" and self.notes.is_open:
            return parameters[0] in _WHILE_TYPING
        return True

    def on_key(self, event: events.Key) -> None:
        """Say of a key that nothing here takes that it does nothing, and where it would do something."""
        rebound = self.desk.keys
        if self.focused is not self.body or is_foreign(event.key):
            return  # a text box has keys of its own
        if not event.is_printable and len(event.key.removeprefix("ctrl+")) > 1:
            return  # some terminals send Shift and the like as keys
        if not any(event.key in keys_of(one.id, rebound) for one in commands_of(self.stem)):
            self.say(elsewhere_sentence(event.key, self.stem, rebound))

    async def on_body_opened(self, event: Body.Opened) -> None:
        event.stop()
        await self.run_action(f"do({self.opens_with!r})")

    # --- taking notes ---------------------------------------------------------------------------------------------

    @cached_property
    def notes(self) -> NoteTaking:
        """What opens, saves and closes the line on which a note is typed."""
        return NoteTaking(self)

    @property
    def is_taking_note(self) -> bool:
        return self.notes.is_open

    @property
    def is_note_kept(self) -> bool:
        return self.notes.is_kept

    # --- finding --------------------------------------------------------------------------------------------------

    @cached_property
    def finding(self) -> Finding:
        """What opens and closes the line on which is typed what to find."""
        return Finding(self)

    @property
    def is_finding(self) -> bool:
        return self.finding.is_typing

    async def find(self) -> None:
        """Open the line in which the advisor types what to find."""
        await self.finding.open()

    def on_find_line_searched(self, event: "FindLine.Searched") -> None:
        self.query_text = event.text
        self.redraw()

    def back_to_body(self) -> None:
        """Leave the line for the list, which shows what was found."""
        self.set_focus(self.body)

    def stop_finding(self) -> bool:
        """Close the find line and show everything again; False when it wasn't open."""
        if not self.finding.close():
            return False
        self.query_text = ""
        self.set_focus(self.body)
        self.redraw()
        return True

    # --- moving about ---------------------------------------------------------------------------------------------

    def back(self) -> None:
        """Handle Escape: close the note, or else stop finding, or else leave."""
        if self.notes.is_open:
            self.notes.close()
        elif not self.stop_finding():
            self.leave()

    def leave(self) -> None:
        """Leave the screen; a mode stays."""

    def walk(self, by: int) -> None:
        """Move `by` students forward, or back when negative."""
        self.body.move(by)

    async def show_mode(self, stem: str) -> None:
        """Switch to another mode."""
        await self.app.switch_mode(stem)

    async def go_to_mode(self, stem: str) -> None:
        """Switch to another mode, which highlights the student who is highlighted here."""
        student_id = highlighted_on(self.app)
        for one in self.app.screen_stack:
            if isinstance(one, Frame):
                one.let_go()
                one.shows_private = False
        await self.show_mode(stem)
        follow(self.app, student_id)

    async def open_over(self, stem: str, *values: str) -> None:
        """Open a screen over this one; it highlights the student who is highlighted here."""
        student_id = highlighted_on(self.app)
        await super().open_over(stem, *values)
        follow(self.app, student_id, is_said=False)

    def settings_lines(self) -> list[tuple[str, str, str]]:
        """Each row of the settings: its key, its section, its words."""
        return settings_lines(self.desk, self.app.theme)
