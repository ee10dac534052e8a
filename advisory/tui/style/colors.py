"""The themes in the colors that the terminal can show, if it shows any."""

import os
import re
from collections.abc import Mapping
from typing import Any

from textual.app import App

from advisory.tui.textual_internals import draw_without_color

from .themes import themes_for

_COLORLESS = r"dumb|vt[1-4]\d\d.*|.*-m(ono)?"
"""Values of TERM of terminals without colors: the old DEC ones, and those that say so."""


def is_colorless(environment: Mapping[str, str]) -> bool:
    """Whether somebody asked for no colors, or the terminal has none."""
    if environment.get("NO_COLOR"):
        return True
    return (
        not environment.get("COLORTERM") and re.fullmatch(_COLORLESS, environment.get("TERM", "").lower()) is not None
    )


def offer_themes(app: App[Any]) -> None:
    """Register every theme with an app that has not drawn anything yet."""
    if is_colorless(os.environ):
        draw_without_color(app)
    for theme in themes_for(app.console.color_system):
        app.register_theme(theme)
