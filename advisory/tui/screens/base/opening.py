"""Makes screens by their stem, such as `known_well`, and opens them; a screen's module loads when it is first made."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.app import App

from advisory.tui.desk import Desk
from advisory.tui.running.drawn_once import draw_whole
from advisory.tui.textual_internals import mark_styled, open_screens, style_count

if TYPE_CHECKING:
    from .case_screen import CaseScreen
    from .command_screen import CommandScreen

_SCREENS = "advisory.tui.screens"


def make_screen(stem: str, desk: Desk, *values: str) -> "Any":
    """Make a screen: `known_well` is KnownWellScreen in known_well/screen.py. `values` are what it shows, such as an id."""
    name = f"{stem.title().replace('_', '')}Screen"
    return getattr(import_module(f"{_SCREENS}.{stem}.screen"), name)(desk, *values)


def make_mode(app: App[None], stem: str, desk: Desk) -> "CaseScreen":
    """Make a mode's screen and mark it as styled: mounting styles it, and Textual would do so two more times."""
    screen: CaseScreen = make_screen(stem, desk)
    mark_styled(screen, style_count(app))
    return screen


async def open_over(app: App[Any], desk: Desk, stem: str, *values: str) -> None:
    """Open a screen over the current one. If it is open already, go back to it and show `values` there."""
    if any(screen.id == stem for screen in app.screen_stack):
        app.call_next(_back_to, app, stem, *values)
    else:
        screen = _kept_screen(app, desk, stem, *values)
        screen.is_held = screen.is_kept and not screen.is_mounted
        await app.push_screen(screen)
        if screen.is_held:
            await draw_whole(screen)


def _kept_screen(app: App[Any], desk: Desk, stem: str, *values: str) -> "Any":
    """A screen to open: one that was open before and is kept, which begins again, or else a new one."""
    kept: Any = app.get_screen(stem) if app.is_screen_installed(stem) else None
    if kept is not None and kept not in open_screens(app):
        kept.begin_again(*values)
        return kept
    screen = make_screen(stem, desk, *values)
    if screen.is_kept and kept is None:
        app.install_screen(screen, stem)
    return screen


async def _back_to(app: App[Any], stem: str, *values: str) -> None:
    """Close the screens over one that is open already. A second one would have the same id, which Textual refuses."""
    while app.screen.id != stem:
        await app.screen.dismiss()
    screen: CommandScreen = app.screen  # type: ignore[assignment] # only a CommandScreen has a stem as its id
    screen.turn_to(*values)


def settings_lines(desk: Desk, theme: str) -> list[tuple[str, str, str]]:
    """Each row of the settings as the palette lists it: its key, its section, its words."""
    lines, section = [], ""
    for row in import_module(f"{_SCREENS}.settings.rows").settings_rows(desk, theme):
        words = " ".join("".join(span.text for span in row.draw(_WIDE)).split())
        if row.key:
            lines.append((row.key, section, words))
        elif words.startswith("──"):
            section = words.strip("─ ")
    return lines


_WIDE = 100
"""The width at which a row is asked for its words."""
