"""What a command needs of a screen to show a form over it, and to say what became of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from advisory.tui.refusals import HasStatusLine

if TYPE_CHECKING:
    from textual.app import App

    from advisory.tui.dialogs.dialog import Dialog

Value = TypeVar("Value")


class AskingScreen(HasStatusLine, Protocol):
    """A screen that can show dialogs. What only needs this knows no screen, as the screens know it."""

    @property
    def app(self) -> "App[Any]":
        """The app that shows the screen."""

    async def ask(self, dialog: "Dialog[Value]") -> Value | None:
        """Show a dialog and wait for its answer; None when the advisor left it without one."""

    def redraw(self, *, force: bool = False) -> None:
        """Draw the screen from memory, but only if something it shows has changed. `force` draws it anyway."""

    def draft_is_shown(self, form: str, record_id: str) -> None:
        """Put a draft's file back, now that its text is shown."""

    def call_after_refresh(self, callback: Callable[..., Any], *values: Any) -> bool:
        """Call something once the screen has been drawn."""
