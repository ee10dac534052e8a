"""Sensitive facts: hidden until they are asked for, and hidden again as soon as the cursor goes on."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.model.words import Facet

    from .case_screen import CaseScreen


class Sensitive:
    """Whose sensitive facts were asked for, and of which side."""

    def __init__(self, screen: "CaseScreen") -> None:
        self._screen = screen
        self._asked: tuple[str, Facet | None] | None = None

    @property
    def is_asked(self) -> bool:
        """Whether those of what is highlighted now were asked for."""
        return self._asked is not None and self._asked == self._here

    @property
    def _here(self) -> "tuple[str, Facet | None]":
        highlighted = self._screen.highlighted
        return highlighted.student, highlighted.facet

    def ask(self) -> None:
        """Show them for as long as the cursor stays."""
        self._asked = self._here

    def hide(self) -> bool:
        """Hide them; False when they were not shown."""
        was_asked, self._asked = self._asked is not None, None
        return was_asked
