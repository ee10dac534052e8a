"""The style sheets, read once and applied once: Textual reads and applies all of them at every turn, in case one has changed."""

from textual import events
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen, ScreenResultType


class ReadSheets(Stylesheet):
    """Rules that were read stay until a theme gives other colours, also when a screen brings a sheet of its own."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is styled when it is first shown; coming back to it asks for that only after a change of theme.

    Its widgets were styled as they changed, and styling all of them takes half of the time in which a mode is switched.
    """

    _was_shown = False

    def be_styled(self, as_of: int) -> None:
        """Say that no change of theme is behind a new screen, by the app's count of them."""
        self._css_update_count = as_of

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        as_of = self.app._css_update_count  # noqa: SLF001 - Textual counts for itself
        event.refresh_styles = not self._was_shown or self._css_update_count != as_of
        if not self._was_shown:
            self._was_shown = True
            self.be_styled(as_of)
