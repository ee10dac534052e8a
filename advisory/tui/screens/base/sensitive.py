"""Keeps what is private hidden until the advisor asks for it, and hides it again when the cursor moves."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.model.words import Facet

    from .case_screen import CaseScreen


class Sensitive:
    """Remembers which student's sensitive facts, or last note, are shown, and for which facet."""

    def __init__(self, screen: "CaseScreen") -> None:
        self._screen = screen
        self._shown_for: tuple[str, Facet | None] | None = None

    @property
    def is_shown(self) -> bool:
        """Whether what is private about what is highlighted now is shown."""
        return self._shown_for is not None and self._shown_for == self._here

    @property
    def _here(self) -> "tuple[str, Facet | None]":
        highlighted = self._screen.highlighted
        return highlighted.student, highlighted.facet

    def show(self) -> None:
        """Show it as long as the cursor stays where it is."""
        self._shown_for = self._here

    def hide(self) -> bool:
        """Hide it; False when it wasn't shown."""
        was_shown, self._shown_for = self._shown_for is not None, None
        return was_shown
