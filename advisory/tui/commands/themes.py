"""Switching to a theme."""

from typing import TYPE_CHECKING

from advisory.model import THEMES

if TYPE_CHECKING:
    from advisory.tui.screens.base.case_screen import CaseScreen


_WORDS = ("Dark", "Light", "High contrast", "Your terminal's own colors")


async def pick_theme(screen: "CaseScreen") -> None:
    """Show the list of themes, and keep the one that is picked; Escape brings back the one before."""
    from advisory.tui.dialogs.dialog import ask_over
    from advisory.tui.dialogs.theme import ThemeDialog

    before = screen.app.theme
    picked = await ask_over(screen, ThemeDialog("Theme", list(zip(THEMES, _WORDS, strict=True)), at=before))
    if picked is None:
        screen.app.theme = before
    else:
        choose_theme(screen, picked)


def choose_theme(screen: "CaseScreen", chosen: str) -> None:
    """Switch to a theme."""
    screen.app.theme = chosen
    screen.desk.configuration.choose(theme=chosen)
    screen.say(f"Theme: {chosen.removeprefix('advisory-')}")
    if screen.stem == "settings":
        screen.redraw(force=True)  # it shows the theme's name
