"""The base of every dialog, and how a screen asks with one."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

from advisory.tui.running.drawn_once import draw_whole
from advisory.tui.running.patience import until
from advisory.tui.style.place import sheet
from advisory.tui.textual_layout import SeenThrough, StyledOnce

Value = TypeVar("Value")


async def _nothing() -> None:
    """Nothing to wait for: the dialog is closed already."""


class Dialog(StyledOnce[Value], SeenThrough[Value], ModalScreen[Value], inherit_bindings=False):
    """Lies over a screen and returns a value, once."""

    CSS_PATH = [sheet("dialogs")]  # noqa: RUF012 - Textual reads it so
    AUTO_FOCUS = ""
    """Each dialog sets the focus itself when it is mounted, because the next key may be waiting already."""

    on_left: Callable[[], None] | None = None
    """Called when it closes, before anything else can happen."""
    _has_left = False

    def dismiss(self, result: Value | None = None) -> AwaitComplete:
        """Close with a value; a second Enter typed too soon does nothing."""
        if self._has_left:
            return AwaitComplete(_nothing())
        self._has_left = True
        if self.on_left is not None:
            self.on_left()
        return super().dismiss(result)


class Asker(Protocol):
    """A screen that a dialog can be shown over. While it `is_busy`, keys wait."""

    is_busy: bool

    @property
    def app(self) -> App[Any]:
        """The app that shows the screen and the dialog."""


async def ask_over(screen: Asker, dialog: Dialog[Value]) -> Value | None:
    """Show a dialog over a screen and wait for its answer; None if it was closed without one.

    The screen is busy until the dialog can take a key, and again from the moment the dialog closes.
    """

    def resume() -> None:
        screen.is_busy = True

    dialog.on_left, dialog.is_held = resume, True
    screen.is_busy = True
    future = screen.app.push_screen(dialog, wait_for_dismiss=True)
    await until(lambda: dialog.focused is not None)
    await draw_whole(dialog)
    screen.is_busy = False
    return await future
