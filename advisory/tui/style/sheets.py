"""Reading and applying the style sheets only when needed, because Textual does it again for every screen shown."""

from typing import Any

from textual.app import App
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

from advisory.tui.textual_internals import variables_of
from advisory.tui.textual_layout import StyledOnce


class ReadSheets(Stylesheet):
    """Keeps the rules it has read until a theme changes the colors, even when a screen adds its own sheet."""

    _has_colors = False
    """Whether the colors of a theme were told, by which all that is open is to be styled."""

    def set_variables(self, variables: dict[str, str]) -> None:
        self._has_colors = True
        if variables != variables_of(self):
            super().set_variables(variables)

    def update(self, root: DOMNode, animate: bool = False) -> None:  # noqa: FBT001, FBT002 - as Textual calls it
        """Style a node and all in it; but not all that is open because a screen adds a sheet, which has no rules for it."""
        if isinstance(root, App) and not self._has_colors:
            return
        self._has_colors = self._has_colors and not isinstance(root, App)
        super().update(root, animate)

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
