"""Reading and applying the style sheets only when needed, because Textual does it again for every screen shown."""

from textual import events
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen, ScreenResultType

from advisory.tui.textual_internals import is_styled, mark_styled, style_count, variables_of


class ReadSheets(Stylesheet):
    """Keeps the rules it has read until a theme changes the colors, even when a screen adds its own sheet."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != variables_of(self):
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen that is styled when it is first shown, and again only after the theme has changed.

    Widgets are styled whenever they change anyway, and styling all of them takes half the time of switching modes.
    """

    _was_shown = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not self._was_shown or not is_styled(self)
        if not self._was_shown:
            self._was_shown = True
            mark_styled(self, style_count(self.app))
