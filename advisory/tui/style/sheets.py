"""Reading and applying the style sheets only when needed, because Textual does it again for every screen shown."""

from typing import ClassVar

from textual import events
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType

from advisory.tui.textual_internals import is_styled, mark_styled, style_count, variables_of
from advisory.tui.widgets.text.ink import COMPONENTS


class ReadSheets(Stylesheet):
    """Keeps the rules it has read until a theme changes the colors, even when a screen adds its own sheet."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != variables_of(self):
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()


class StylesMounted(App[None], inherit_bindings=False):
    """An app that leaves a widget without styles until it is mounted; Textual styles each text box when it is made, too."""

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual calls it
        if node is self or node.parent is not None:
            super().update_styles(node, animate)


class StyledOnce(Screen[ScreenResultType], inherit_bindings=False):
    """A screen whose widgets are styled when they are mounted, and all of them again only after the theme has changed.

    Textual styles them all twice more, when the screen is first shown and when its width is first known. Widgets are
    styled whenever they change anyway, and styling all of them takes half the time of opening a screen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS.values())

    def on_compose(self) -> None:
        """Know the width before there are any widgets. The screen itself was styled before its own sheet was read."""
        width = self.app.size.width
        breakpoints = [name for least, name in self.HORIZONTAL_BREAKPOINTS or () if least <= width]
        self.add_class(*breakpoints[-1:], update=False)
        self.app.stylesheet.apply(self)
        mark_styled(self, style_count(self.app))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not is_styled(self)
