"""What the dialogs share: their sheet, and that they are left once, with a value."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from advisory.tui.running.patience import until
from advisory.tui.style.place import sheet
from advisory.tui.style.sheets import StyledOnce

Value = TypeVar("Value")


async def _nothing() -> None:
    """What there is to wait for when it was left already."""


class Dialog(StyledOnce[Value], ModalScreen[Value], inherit_bindings=False):
    """Asks for something over a screen; it returns a value and never touches the store."""

    CSS_PATH = [sheet("dialogs")]  # noqa: RUF012 - Textual reads it so
    AUTO_FOCUS = ""
    """Each dialog gives the focus itself, at once: the next key may be waiting already."""

    on_left: Callable[[], None] | None = None
    """Called when it is left, before anything else can happen."""
    _has_left = False

    def dismiss(self, result: Value | None = None) -> AwaitComplete:
        """Leave with a value; a second Enter that was typed too soon does nothing."""
        if self._has_left:
            return AwaitComplete(_nothing())
        self._has_left = True
        if self.on_left is not None:
            self.on_left()
        return super().dismiss(result)


class Asker(Protocol):
    """A screen that a dialog can be shown over. While `is_busy` it takes no key."""

    is_busy: bool

    @property
    def app(self) -> App[Any]:
        """The app that shows both."""


async def ask_over(screen: Asker, dialog: Dialog[Value]) -> Value | None:
    """Show a dialog over a screen and wait for its answer; None when it was left without one.

    The screen is busy until the dialog can take a key, and again from the moment it is left.
    """

    def resume() -> None:
        screen.is_busy = True

    dialog.on_left = resume
    screen.is_busy = True
    future = screen.app.push_screen(dialog, wait_for_dismiss=True)
    await until(lambda: dialog.focused is not None)
    screen.is_busy = False
    return await future
