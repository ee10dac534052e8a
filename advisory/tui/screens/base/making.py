"""Making a screen by its stem, and opening one over another; its module is loaded when it is first made."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.app import App

from advisory.tui.desk import Desk
from advisory.tui.inside import mark_styled, style_count

if TYPE_CHECKING:
    from .asks import Asks
    from .case_screen import CaseScreen

_SCREENS = "advisory.tui.screens"


def make_screen(stem: str, desk: Desk, *values: str) -> "Any":
    """A new screen: `known_well` is KnownWellScreen in known_well/screen.py. `values` say what it is about."""
    name = f"{stem.title().replace('_', '')}Screen"
    return getattr(import_module(f"{_SCREENS}.{stem}.screen"), name)(desk, *values)


def make_mode(app: App[None], stem: str, desk: Desk) -> "CaseScreen":
    """A mode's screen, which is styled as it is mounted; Textual would style every screen twice more."""
    screen: CaseScreen = make_screen(stem, desk)
    mark_styled(screen, style_count(app))
    return screen


async def open_over(app: App[Any], desk: Desk, stem: str, *values: str) -> None:
    """Open a screen over the one that is shown, such as one student's card; go back to it where it lies beneath."""
    if any(screen.id == stem for screen in app.screen_stack):
        app.call_next(_back_to, app, stem, *values)
    else:
        await app.push_screen(make_screen(stem, desk, *values))


async def _back_to(app: App[Any], stem: str, *values: str) -> None:
    """Leave what lies over a screen that is open already: the same one twice would have one id twice."""
    while app.screen.id != stem:
        await app.screen.dismiss()
    screen: Asks = app.screen  # type: ignore[assignment] # every screen with a stem for its id is one
    screen.turn_to(*values)
