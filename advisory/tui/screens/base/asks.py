"""A screen that can ask: a dialog is shown, its answer is used, and keys typed meanwhile wait for it."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, TypeVar

from textual.screen import Screen

from advisory.tui.asking import asking
from advisory.tui.desk import Desk
from advisory.tui.dialogs.dialog import Dialog, ask_over

Value = TypeVar("Value")
Asking = TypeVar("Asking", bound="Asks")


def flow(act: Callable[[Asking], Coroutine[Any, Any, None]]) -> Callable[[Asking], None]:
    """Make an action of a coroutine that may ask. A refusal is said, and never ends the program."""

    @wraps(act)
    def begin(screen: Asking) -> None:
        screen.begin(act(screen))

    return begin


class Asks(Screen[None], inherit_bindings=False):
    """While `is_busy` neither a dialog nor the screen itself is ready for the next key."""

    desk: Desk
    is_busy = False

    def say(self, text: str, student_id: str = "") -> None:
        """Tell the advisor something, with the name of the student it is about under the shade of the moment."""
        raise NotImplementedError

    def retell(self, *, force: bool = False) -> None:
        """Show what memory holds now, if anything that shows is another than when it was told last."""
        raise NotImplementedError

    def begin(self, doing: Coroutine[Any, Any, None]) -> None:
        """Do something that asks, off the message loop, so that it can wait for the answer."""
        self.is_busy = True
        self.run_worker(self._do(doing), exclusive=True)

    async def _do(self, doing: Coroutine[Any, Any, None]) -> None:
        try:
            with asking(self):
                await doing
        finally:
            self.is_busy = False

    async def ask(self, dialog: Dialog[Value]) -> Value | None:
        """Show a dialog and wait for its answer; None when it was left without one."""
        return await ask_over(self, dialog)

    def is_back(self, form: str, record_id: str) -> None:
        """A draft is on the screen, so nothing in it stops the program: its file goes back to its place."""
        with asking(self):
            self.desk.unsaved.is_back(form, record_id, self.desk.caseload.now())
