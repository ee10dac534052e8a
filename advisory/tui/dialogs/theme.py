"""The list of themes. What lies behind it is already drawn in the highlighted one."""

from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.lists.lines import Lines

from .pick import PickDialog


class ThemeDialog(PickDialog):
    """Returns the theme to keep, or None; the app has the one that was highlighted last."""

    def on_body_highlighted(self, event: Body.Highlighted) -> None:
        event.stop()
        theme = self.query_one(Lines).key
        if theme and theme != self.app.theme:
            self.app.theme = theme
