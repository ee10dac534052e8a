"""Reading and applying the style sheets only when needed, because Textual does it again for every screen shown."""

from typing import Any, ClassVar

from textual import events
from textual.app import App
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import ScreenResultType

from advisory.tui.textual_internals import is_styled, mark_styled, style_count, variables_of
from advisory.tui.textual_layout import LaidOutOnce
from advisory.tui.widgets.text.ink import COMPONENTS


class ReadSheets(Stylesheet):
    """Keeps the rules it has read until a theme changes the colors, even when a screen adds its own sheet."""

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != variables_of(self):
            super().set_variables(variables)

    def reparse(self) -> None:
        self.parse()

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[tuple[Any, ...], RulesMap] | None = None
    ) -> None:
        """Style a node; but a screen only once its own sheet is read and its size known, which is when it is composed."""
        if not (isinstance(node, StyledOnce) and not node.is_ready_for_styles):
            super().apply(node, animate=animate, cache=cache)


class StylesMounted(App[None], inherit_bindings=False):
    """An app that leaves a widget without styles until it is mounted; Textual styles each text box when it is made, too."""

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual calls it
        if node is self or node.parent is not None:
            super().update_styles(node, animate)


class StyledOnce(LaidOutOnce[ScreenResultType], inherit_bindings=False):
    """A screen whose widgets are styled when they are mounted, and all of them again only after the theme has changed.

    Textual styles them all twice more, when the screen is first shown and when its width is first known. Widgets are
    styled whenever they change anyway, and styling all of them takes half the time of opening a screen.
    """

    is_ready_for_styles = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS.values())

    def on_compose(self) -> None:
        """Know the size before there are any widgets. The screen itself was styled before its own sheet was read."""
        width, height = self.app.size
        for size, breakpoints in ((width, self.HORIZONTAL_BREAKPOINTS), (height, self.VERTICAL_BREAKPOINTS)):
            self.add_class(*[name for least, name in breakpoints or () if least <= size][-1:], update=False)
        self.is_ready_for_styles = True
        self.app.stylesheet.apply(self)
        mark_styled(self, style_count(self.app))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        event.refresh_styles = not is_styled(self)
