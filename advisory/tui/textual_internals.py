"""Every private attribute of Textual that the program uses; a Textual upgrade may remove any of them.

No other module of `tui` touches one. `tests/tui/test_textual_internals.py` fails when one is gone.
"""

import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.driver import Driver
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import TextArea

from advisory.streams import obeyed


class PrivateName(NamedTuple):
    """One private attribute: its class, its name, and why the program needs it."""

    owner: type
    name: str
    why: str


PRIVATE_NAMES: tuple[PrivateName, ...] = (
    PrivateName(App, "_css_update_count", "skips restyling every widget on a mode switch, half of the switch's time"),
    PrivateName(App, "_exception", "gives the crash report its error; Textual's own report prints all variables"),
    PrivateName(App, "_fatal_error", "is overridden so that a crash prints no variable, such as a note"),
    PrivateName(App, "_return_code", "sets our own exit code after a crash"),
    PrivateName(App, "_driver", "restores the terminal when the app leaves at once"),
    PrivateName(App, "_screen_stacks", "finds the drafts of all modes on leaving, not only of the mode shown"),
    PrivateName(App, "_handle_exception", "lets an error in our key-handling task crash the app as usual"),
    PrivateName(Stylesheet, "_variables", "parses the style sheets again only when a theme's colors differ"),
    PrivateName(TextArea, "_line_cache", "redraws a note when it is hidden, though its text is the same"),
)
if sys.platform != "win32":
    from textual.drivers.linux_driver import LinuxDriver

    PRIVATE_NAMES += (
        PrivateName(LinuxDriver, "_key_thread", "leaves without waiting 250 ms for the thread that reads keys"),
    )


def style_count(app: App[Any]) -> int:
    """How many times the app's style sheets have changed. A screen styled at this count is up to date."""
    return app._css_update_count  # noqa: SLF001


def is_styled(screen: Screen[Any]) -> bool:
    """Whether a screen has been styled since the style sheets last changed."""
    return screen._css_update_count == style_count(screen.app)  # noqa: SLF001


def mark_styled(screen: Screen[Any], count: int) -> None:
    """Record that a screen was styled at this count, so that Textual doesn't style it again."""
    screen._css_update_count = count  # noqa: SLF001


def variables_of(sheets: Stylesheet) -> dict[str, str]:
    """The variables the style sheets were parsed with."""
    return sheets._variables  # noqa: SLF001


def driver_of(app: App[Any]) -> Driver | None:
    """The driver that reads from and writes to the terminal; None before the app starts and after it ends."""
    return app._driver  # noqa: SLF001


def forget_key_thread(driver: Driver) -> bool:
    """Keep a driver from waiting for its key-reading thread when it stops. False if it has no such thread."""
    if not hasattr(driver, "_key_thread"):
        return False
    driver._key_thread = None  # noqa: SLF001
    return True


def open_screens(app: App[Any]) -> Iterator[Screen[Any]]:
    """Every open screen and dialog, in all modes."""
    for stack in app._screen_stacks.values():  # noqa: SLF001
        yield from stack


def crash(app: App[Any], error: Exception) -> None:
    """Crash the app, as an error in one of its message handlers does."""
    app._handle_exception(error)  # noqa: SLF001


def forget_lines(area: TextArea) -> None:
    """Redraw every line of a text area."""
    area._line_cache.clear()  # noqa: SLF001
    area.refresh()


def _plain(segment: Segment) -> Segment:
    """The segment with blanks, of the same width, for what a terminal obeys."""
    if segment.control:
        return Segment("")
    instead = {ord(one): " " * cell_len(one) for one in obeyed(segment.text)}
    return Segment(segment.text.translate(instead), segment.style)


def render_plain(strip: Strip, console: Console) -> str:
    """The line as it goes to the terminal, with nothing in it that a terminal obeys but its styles."""
    if any(segment.control or obeyed(segment.text) for segment in strip):
        strip = Strip(map(_plain, strip), strip.cell_length)
    return _render(strip, console)


_render = Strip.render
Strip.render = render_plain  # type: ignore[method-assign, assignment]
"""A net under `prose`: every line of every widget goes to the terminal through here, whichever way its text has taken."""


class CrashReportingApp(App[None], inherit_bindings=False):
    """An app that reports a crash in its own way."""

    def on_crash(self, error: Exception | None) -> None:
        """Report the crash. Called once, as the app ends."""
        raise NotImplementedError

    def _fatal_error(self) -> None:
        self.on_crash(self._exception)

    def end_with(self, code: int) -> None:
        """Set the exit code after a crash."""
        self._return_code = code
