"""The style sheets, read once and applied once: Textual reads and applies all of them at every turn, in case one has changed."""

from textual import events
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen, ScreenResultType

from advisory.tui.textual_internals import is_styled, mark_styled, style_count, variables_of


class ReadSheets(Stylesheet):
    """Rules that were read stay until a theme gives other colors, also when a screen brings a sheet of its own."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != variables_of(self):
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is styled when it is first shown; coming back to it asks for that only after a change of theme.

    Its widgets were styled as they changed, and styling all of them takes half of the time in which a mode is switched.
    """

    _was_shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not self._was_shown or not is_styled(self)
        if not self._was_shown:
            self._was_shown = True
            mark_styled(self, style_count(self.app))
