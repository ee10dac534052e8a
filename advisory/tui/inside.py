"""What the program uses of Textual's inside, which no release promises to keep.

Nothing else in this room names a private attribute of Textual; `tests/tui/test_inside.py` says which of these an
upgrade has taken away.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widgets import TextArea


class Inside(NamedTuple):
    """One private name: the class it belongs to, and why the program can't do without it."""

    owner: type
    name: str
    why: str


USED = (
    Inside(
        App, "_css_update_count", "coming back to a mode must not style every widget again: half of a switch's time"
    ),
    Inside(App, "_exception", "a crash report needs the error, and Textual's own prints the values of all variables"),
    Inside(App, "_fatal_error", "overridden, so that no variable, such as a note, is printed when the app crashes"),
    Inside(App, "_return_code", "an app that crashed says so to the shell in our own exit code"),
    Inside(App, "_driver", "leaving at once puts the terminal back first, which is the driver's work"),
    Inside(App, "_screen_stacks", "drafts of all modes are kept on leaving, not only of the mode that is shown"),
    Inside(App, "_handle_exception", "keys are handed out by a task of ours, whose errors must crash the app as usual"),
    Inside(Stylesheet, "_variables", "the style sheets are read again only when a theme's colors differ"),
    Inside(LinuxDriver, "_key_thread", "leaving does not wait a quarter of a second for the thread that reads keys"),
    Inside(TextArea, "_line_cache", "covering a note draws its lines again, though no letter has changed"),
)


def style_count(app: App[Any]) -> int:
    """How often the app's style sheets have changed; a screen that was styled at that count needs no new styles."""
    return app._css_update_count  # noqa: SLF001


def is_styled(screen: Screen[Any]) -> bool:
    """Whether a screen was styled since the style sheets changed last."""
    return screen._css_update_count == style_count(screen.app)  # noqa: SLF001


def mark_styled(screen: Screen[Any], count: int) -> None:
    """Say that a screen was styled at that count."""
    screen._css_update_count = count  # noqa: SLF001


def variables_of(sheets: Stylesheet) -> dict[str, str]:
    """The variables that the style sheets were read with."""
    return sheets._variables  # noqa: SLF001


def driver_of(app: App[Any]) -> Driver | None:
    """What draws on the terminal, while there is one."""
    return app._driver  # noqa: SLF001


def forget_key_thread(driver: Driver) -> bool:
    """Keep a driver from waiting for the thread that reads keys; False for one that has none."""
    if not hasattr(driver, "_key_thread"):
        return False
    driver._key_thread = None  # noqa: SLF001
    return True


def open_screens(app: App[Any]) -> Iterator[Screen[Any]]:
    """Every screen and dialog that is open, in any mode."""
    for stack in app._screen_stacks.values():  # noqa: SLF001
        yield from stack


def crash(app: App[Any], error: Exception) -> None:
    """End the app as an error in one of its handlers would."""
    app._handle_exception(error)  # noqa: SLF001


def forget_lines(area: TextArea) -> None:
    """Draw all lines of a text area again."""
    area._line_cache.clear()  # noqa: SLF001
    area.refresh()


class OwnCrash(App[None], inherit_bindings=False):
    """An app that says in its own way that it crashed."""

    def on_crash(self, error: Exception | None) -> None:
        """Say it; called once, as the app ends."""
        raise NotImplementedError

    def _fatal_error(self) -> None:
        self.on_crash(self._exception)

    def end_with(self, code: int) -> None:
        """The exit code of an app that crashed."""
        self._return_code = code
