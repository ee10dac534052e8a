"""What the dialogs share: their sheet, and that they are left with a value."""

from typing import TypeVar

from textual.screen import ModalScreen

from advisory.tui.styles import sheet

Value = TypeVar("Value")


class Dialog(ModalScreen[Value], inherit_bindings=False):
    """Asks for something over a screen; it returns a value and never touches the store."""

    CSS_PATH = [sheet("dialogs")]  # noqa: RUF012 - Textual reads it so
