"""A screen that carries out commands and can ask: a dialog is shown over it, and keys typed meanwhile wait."""

from collections.abc import Coroutine
from inspect import isawaitable
from typing import Any, TypeVar

from textual.screen import Screen

from advisory.tui.asking import asking
from advisory.tui.commands.base import may_ask
from advisory.tui.commands.registry import COMMAND, Command
from advisory.tui.desk import Desk
from advisory.tui.dialogs.dialog import Dialog, ask_over

from .making import open_over

Value = TypeVar("Value")


class Asks(Screen[None], inherit_bindings=False):
    """While `is_busy` neither a dialog nor the screen itself is ready for the next key."""

    desk: Desk
    is_busy = False

    def say(self, text: str, student_id: str = "") -> None:
        """Show a message in the status line, with the name of the student it is about."""
        raise NotImplementedError

    def redraw(self, *, force: bool = False) -> None:
        """Show what memory holds now, unless nothing that shows has changed."""
        raise NotImplementedError

    def missing(self, command: Command) -> str:  # noqa: ARG002 - a screen that highlights nothing lacks nothing
        """Why a command can't be carried out now; "" when it can."""
        return ""

    def key(self, command_id: str) -> str:
        """The keys of a command, as the advisor has chosen them, for a sentence."""
        return self.desk.key(command_id)

    async def action_do(self, command_id: str) -> None:
        """Carry out a command. Says why it can't be, or why it was refused; shows what has changed."""
        command = COMMAND[command_id]
        if command.everywhere:
            await self.run_action(command.action)
            return
        if reason := self.missing(command):
            self.say(reason)
            return
        function, arguments = command.function(), [command.argument] if command.argument else []
        if may_ask(function):
            self.begin(function(self, *arguments))
            return
        with asking(self):
            done = function(self, *arguments)
            if isawaitable(done):
                await done
        self._show_changes()

    def begin(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something that may ask, off the message loop, so that it can wait for the answer."""
        self.is_busy = True
        self.run_worker(self._do(doing), exclusive=True)

    async def _do(self, doing: Coroutine[Any, Any, None]) -> None:
        try:
            with asking(self):
                await doing
            self._show_changes()
        finally:
            self.is_busy = False

    def _show_changes(self) -> None:
        if self.is_attached and self.is_mounted:  # the command may have left the screen
            self.redraw()

    async def open_over(self, stem: str, *values: str) -> None:
        """Open a screen by its stem over this one; `values` say what it is about."""
        await open_over(self.app, self.desk, stem, *values)

    def turn_to(self, *values: str) -> None:
        """Show what it is asked for while it is open already; a screen that takes no values stays as it is."""

    async def ask(self, dialog: Dialog[Value]) -> Value | None:
        """Show a dialog and wait for its answer; None when it was left without one."""
        return await ask_over(self, dialog)

    def is_back(self, form: str, record_id: str) -> None:
        """A draft is on the screen, so nothing in it stops the program: its file goes back to its place."""
        with asking(self):
            self.desk.unsaved.is_back(form, record_id, self.desk.caseload.now())
