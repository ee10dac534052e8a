"""Switching to a theme."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


def choose_theme(screen: "CaseScreen", chosen: str) -> None:
    """Switch to a theme."""
    screen.app.theme = chosen
    screen.desk.configuration.choose(theme=chosen)
    screen.say(f"Theme: {chosen.removeprefix('advisory-')}")
    if screen.stem == "settings":
        screen.redraw(force=True)  # it shows the theme's name
