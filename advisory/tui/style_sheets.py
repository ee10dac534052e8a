"""The style sheets, read once and applied once: Textual reads and applies all of them at every turn, in case one has changed."""

from textual import events
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen, ScreenResultType

_NEVER = -1
"""Textual's own count for a screen that no change of theme has reached."""


class ReadSheets(Stylesheet):
    """Rules that were read stay until a theme gives other colours, also when a screen brings a sheet of its own."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen whose widgets were styled as they were mounted or changed: coming back to it asks for that only after a change of theme.

    It takes half of the time in which a mode is switched, and of that in which a dialog closes.
    """

    def be_styled(self, as_of: int) -> None:
        """Say that a new screen is styled as it is mounted, by the app's count of changes."""
        if self._css_update_count == _NEVER:
            self._css_update_count = as_of

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        as_of = self.app._css_update_count  # noqa: SLF001 - Textual counts for itself
        self.be_styled(as_of)
        event.refresh_styles = self._css_update_count != as_of
