"""Every private attribute of Textual that the program uses; a Textual upgrade may remove any of them.

No other module of `tui` touches one, but the other `textual_…`. What each is for is in `tests/tui/private_names.py`, and a test fails
when one is gone.
"""

import os
import re
import signal
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual import keys as textual_keys
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.driver import Driver
from textual.events import Key
from textual.filter import ANSIToTruecolor, Monochrome, NoColor
from textual.screen import Screen
from textual.strip import Strip

from advisory.streams import obeyed

from . import textual_messages  # noqa: F401 - handlers are found as it says
from .cells import PLAIN, Look, Piece, Run, Text, look
from .key_place import PlacedKey, shifted
from .shown_cells import ShownCells

if TYPE_CHECKING:
    from textual.widgets import TextArea


if sys.platform != "win32":
    from textual.drivers import linux_driver

    # asks the terminal for each key's place too; Textual asks for what it reads itself, and takes all of it back at the end
    _ASKED = linux_driver.KITTY_REPORT_ASSOCIATED_TEXT | linux_driver.KITTY_REPORT_ALTERNATE_KEYS
    setattr(linux_driver, "KITTY_REPORT_ASSOCIATED_TEXT", _ASKED)  # noqa: B010 - it is Final


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


def stop_job(app: App[Any]) -> None:
    """Suspend the program, and what started it and waits for it, such as `uv run`, or the shell would never be told."""
    driver = app._driver  # noqa: SLF001
    if driver is None or os.getpgrp() == os.getpid():
        app.action_suspend_process()
        return
    app._suspend_signal()  # noqa: SLF001
    driver.suspend_application_mode()
    driver._must_signal_resume = True  # type: ignore[attr-defined]  # noqa: SLF001
    os.kill(0, signal.SIGSTOP)


def show_no_toasts(app: App[Any]) -> None:
    """Mount nothing for Textual's notifications and tooltips on each screen: the status line says everything."""
    app._disable_notifications = app._disable_tooltips = True  # noqa: SLF001


def open_screens(app: App[Any]) -> Iterator[Screen[Any]]:
    """Every open screen and dialog, in all modes."""
    for stack in app._screen_stacks.values():  # noqa: SLF001
        yield from stack


def crash(app: App[Any], error: Exception) -> None:
    """Crash the app, as an error in one of its message handlers does."""
    app._handle_exception(error)  # noqa: SLF001


def draw_without_color(app: App[Any]) -> None:
    """Leave every color out of what the app draws; bold, underlined and reversed text stay."""
    app.no_color = True
    app._filters = [*(one for one in app._filters if not isinstance(one, Monochrome)), NoColor()]  # noqa: SLF001


def follow_first_theme(app: App[Any]) -> None:
    """Leave the terminal's own colors as they are if the first theme has them; Textual asks only when a theme changes."""
    for one in app._filters:  # noqa: SLF001
        if isinstance(one, ANSIToTruecolor):
            one.enabled = not app.native_ansi_color


def forget_lines(area: "TextArea") -> None:
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


_PLACED_KEY = r"\x1b\[(\d+):\d*(?::(\d+))?((?:;[\d:]*)*)([u~A-HP-S])"
"""A key with its other readings: its code, the code with Shift, the place on a Latin keyboard; then modifiers and text."""
_SHIFT, _CAPS_LOCK = 1, 64


def parse_placed_key(self: XTermParser, sequence: str) -> list[Key] | None:
    """Textual's reading of a key, which doesn't know of places; a key whose place the terminal told remembers it."""
    found = re.fullmatch(_PLACED_KEY, sequence)
    if found is None:
        return _parse_key(self, sequence)
    code, place, rest, end = found.groups(default="")
    keys = _parse_key(self, f"\x1b[{code}{rest}{end}")
    if keys is None or not place:
        return keys
    bits = int(rest.removeprefix(";").partition(";")[0].partition(":")[0] or 1) - 1
    return [_placed(key, chr(int(place)), shift=bool(bits & _SHIFT), caps=bool(bits & _CAPS_LOCK)) for key in keys]


def _placed(key: Key, place: str, *, shift: bool, caps: bool) -> Key:
    modifiers, plus, _ = key.key.rpartition("+")
    character = place if modifiers else shifted(place, shift=shift, caps=caps)
    name = textual_keys._character_to_key(character)  # noqa: SLF001
    return PlacedKey(key.key, key.character, f"{modifiers}{plus}{name}", None if modifiers else character)


_parse_key = XTermParser._parse_extended_key  # noqa: SLF001
XTermParser._parse_extended_key = parse_placed_key  # type: ignore[method-assign, assignment]  # noqa: SLF001


class Written(CompositorUpdate):
    """What goes to the terminal as it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def render_segments(self, console: Console) -> str:  # noqa: ARG002 - as Textual calls it
        return self._text


_KEPT_LINES = 2000


@lru_cache(maxsize=4096)
def _look_of(style: Style, color_system: ColorSystem) -> Look:
    return look(Strip.render_ansi(style, color_system))


class _Texts(dict[int, tuple[Strip, Text]]):
    """What is drawn, by the lines of widgets. Textual hands out the same ones until they change."""

    def of(self, strip: Strip, color_system: ColorSystem) -> Text:
        kept = self.get(id(strip))
        if kept is None:
            if len(self) == _KEPT_LINES:
                self.clear()
            runs = tuple(
                Run(text if text.isprintable() else _plain(one).text, _look_of(style, color_system) if style else PLAIN)
                for one in strip
                for text, style, _ in (one,)
                if text
            )
            kept = self[id(strip)] = strip, Text(runs)
        return kept[1]


def _strips(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """The parts of lines that an update of Textual's draws: line, column, and text.

    Of a screen that is shown already, the bottom comes first, where it is said what happened: a slow line takes its time.
    """
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    for y, start, stop in sorted(update.spans, key=lambda span: (-span[0], span[1])):
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is not None and x < stop and end > start:
                yield y, x, chop if end <= stop else chop.crop(0, stop - x)


class ThriftyApp(App[None], inherit_bindings=False):
    """An app that writes to the terminal only what the terminal doesn't show already."""

    def __init__(self) -> None:
        super().__init__()
        self._shown_cells, self._texts = ShownCells(), _Texts()

    def draw_anew(self) -> None:
        """Write the whole screen once more, as nothing is known any more of what the terminal shows."""
        if self._shown_cells.forget():
            self.refresh()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Resize) and (event.pixel_size is None or event.size != self.size):
            self.draw_anew()  # also when the program goes on after it was stopped; then the size is told once more
        await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        is_written = self._running and not (self._batch_count or self.is_headless) and self._driver is not None
        if is_written and isinstance(renderable, LayoutUpdate | ChopsUpdate | None):
            colors = COLOR_SYSTEMS.get(self.console.color_system or "", ColorSystem.TRUECOLOR)
            strips = () if renderable is None else _strips(renderable)
            pieces = (Piece(y, x, self._texts.of(strip, colors)) for y, x, strip in strips)
            text = self._shown_cells.changes(pieces, self.size.width)
            is_moved = self.screen.outer_size.clamp_offset(self.cursor_position) != self._previous_cursor_position
            renderable = Written(text) if text or is_moved else None
        super()._display(screen, renderable)


class CrashReportingApp(ThriftyApp, inherit_bindings=False):
    """An app that reports a crash in its own way."""

    def on_crash(self, error: Exception | None) -> None:
        """Report the crash. Called once, as the app ends."""
        raise NotImplementedError

    def _fatal_error(self) -> None:
        self.on_crash(self._exception)

    def end_with(self, code: int) -> None:
        """Set the exit code after a crash."""
        self._return_code = code
