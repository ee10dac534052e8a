"""The neutral screen, the highest level of the shade, which shows nothing about anyone."""

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from advisory.tui.prose import Shade


class NeutralScreen(Screen[None], inherit_bindings=False):
    """Shows only the key to come back with; no other key works."""

    def __init__(self, keys: str, returns_to: Shade) -> None:
        super().__init__()
        self._keys, self.returns_to = keys, returns_to

    def compose(self) -> ComposeResult:
        yield Static(Content(f"advisory\n\n{self._keys} to come back"), id="neutral")
