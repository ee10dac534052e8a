"""A screen that runs commands, in the background if they show a dialog, and shows refusals in its status line."""

from collections.abc import Coroutine
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from advisory.tui.commands.registry import COMMAND, Command
from advisory.tui.desk import Desk
from advisory.tui.textual_layout import StyledOnce

from .opening import open_over

if TYPE_CHECKING:
    from advisory.tui.dialogs.dialog import Dialog

Value = TypeVar("Value")


class CommandScreen(StyledOnce[None], inherit_bindings=False):
    """The base of every screen that has commands."""

    desk: Desk
    is_kept: ClassVar[bool] = False
    """Whether it is kept when it is closed, as a mode is, to be opened faster the next time."""
    is_busy = False
    """Whether a command is running in the background; keys wait in the queue until it ends or shows a dialog."""

    def say(self, text: str, student_id: str = "") -> None:
        """Show a message in the status line, followed by the name of the student it is about."""
        raise NotImplementedError

    def redraw(self, *, force: bool = False) -> None:
        """Draw the screen from memory, but only if something it shows has changed. `force` draws it anyway."""
        raise NotImplementedError

    def missing(self, command: Command) -> str:  # noqa: ARG002 - a screen that highlights nothing lacks nothing
        """The sentence that says why a command can't run now; "" when it can."""
        return ""

    def about(self, command: Command) -> str:  # noqa: ARG002 - a screen that highlights nothing is about nobody
        """The student a command acts on; "" if it acts on none."""
        return ""

    def key(self, command_id: str) -> str:
        """The keys of a command as a sentence shows them, with the advisor's own keys."""
        return self.desk.key(command_id)

    async def action_do(self, command_id: str) -> None:
        """Run a command and redraw. If it can't run or is refused, the status line says why."""
        command = COMMAND[command_id]
        if command.everywhere:
            await self.run_action(command.action)
            return
        student_id = self.about(command)
        if reason := self.missing(command):
            self.say(reason, student_id)
            return
        from advisory.tui.commands.base import may_show_dialog
        from advisory.tui.refusals import refusals_shown

        function, arguments = command.function(), [command.argument] if command.argument else []
        if may_show_dialog(function):
            self.run_in_background(function(self, *arguments), student_id)
            return
        with refusals_shown(self, student_id):
            done = function(self, *arguments)
            if isawaitable(done):
                await done
        self._redraw_if_open()

    def run_in_background(self, command: Coroutine[Any, Any, None], student_id: str = "") -> None:
        """Run a command in a worker, so that it can wait for a dialog while the screen goes on handling messages.

        A refusal names the student, if any.
        """
        self.is_busy = True
        self.run_worker(self._run(command, student_id), exclusive=True)

    async def _run(self, command: Coroutine[Any, Any, None], student_id: str) -> None:
        from advisory.tui.refusals import refusals_shown

        try:
            with refusals_shown(self, student_id):
                await command
            self._redraw_if_open()
        finally:
            self.is_busy = False

    def _redraw_if_open(self) -> None:
        if self.is_attached and self.is_mounted:  # the command may have closed the screen
            self.redraw()

    async def open_over(self, stem: str, *values: str) -> None:
        """Open the screen with this stem over this one. `values` are what it shows, such as an id."""
        await open_over(self.app, self.desk, stem, *values)

    def begin_again(self, *values: str) -> None:
        """Forget everything but how it looks, before a screen that is kept is opened once more to show `values`."""
        raise NotImplementedError

    def turn_to(self, *values: str) -> None:
        """Show something else on a screen that is open already. A screen that takes no values stays as it is."""

    async def ask(self, dialog: "Dialog[Value]") -> Value | None:
        """Show a dialog and wait for its answer; None when the advisor left it without one."""
        from advisory.tui.dialogs.dialog import ask_over

        return await ask_over(self, dialog)

    def draft_is_shown(self, form: str, record_id: str) -> None:
        """Put a draft's file back: it was moved away before its text was shown, in case the text crashes the app."""
        from advisory.tui.refusals import refusals_shown

        with refusals_shown(self):
            self.desk.unsaved.is_back(form, record_id, self.desk.caseload.now())
