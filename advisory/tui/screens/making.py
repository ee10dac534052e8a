"""Making a screen by its name; its module is loaded when it is first made."""

from importlib import import_module

from textual.app import App

from advisory.tui.desk import Desk

from .base.case_screen import CaseScreen

_CLASSES = {
    "today": "TodayScreen",
    "caseload": "CaseloadScreen",
    "board": "BoardScreen",
    "log": "LogScreen",
    "pacts": "PactsScreen",
    "known_well": "KnownWellScreen",
    "card": "CardScreen",
    "week": "WeekScreen",
    "insights": "InsightsScreen",
    "year": "YearScreen",
    "pact": "PactScreen",
    "settings": "SettingsScreen",
}
"""Stem, which names the package as well → class."""


def make_screen(stem: str, desk: Desk, *arguments: str) -> CaseScreen:
    """A new screen; the card's argument is whom it is about."""
    made = getattr(import_module(f"{__package__}.{stem}.screen"), _CLASSES[stem])(desk, *arguments)
    assert isinstance(made, CaseScreen)
    return made


def make_mode(app: App[None], stem: str, desk: Desk) -> CaseScreen:
    """A mode's screen, which is styled as it is mounted; Textual would style every screen twice more."""
    screen = make_screen(stem, desk)
    screen.be_styled(app._css_update_count)  # noqa: SLF001 - Textual counts for itself
    return screen
