"""The app: modes, theme, keymap and wiring. What it shows is the screens' business."""

import asyncio
import signal
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from advisory.caseload.caseload import Caseload
from advisory.model import THEMES
from advisory.settings.configuration import Configuration
from advisory.settings.keymap import read_keymap
from advisory.store import Drafts, StoreError

from .commands.registry import BESIDE, COMMANDS, MODES, bindings_everywhere, key_of
from .desk import Desk
from .drafts.unsaved import Unsaved
from .inside import driver_of, open_screens
from .kept_drafts import kept_drafts
from .prose import Prose, Shade, safe
from .running.key_app import KeyApp, loop_time
from .running.leaving import leave_at_once
from .running.period_clock import PeriodClock
from .screens.base.asks import Asks
from .screens.base.case_screen import CaseScreen
from .screens.base.making import make_mode
from .screens.neutral import NeutralScreen
from .style.place import sheet
from .style.sheets import ReadSheets
from .style.themes import OURS

FOLLOW_EVERY = 0.7
"""Seconds between looks at what other programs wrote: two stats each, some microseconds."""
UNEXPECTED = 4
"""Exit code of an error nobody foresaw."""
SIGNALLED = 128
"""A shell's exit code for a program that a signal ended, less the signal's number."""
_BESIDE = frozenset({"shade", "focus_next", "focus_previous"})
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


class AdvisoryApp(KeyApp, inherit_bindings=False):
    """One sitting with one caseload."""

    TITLE = "advisory"
    CSS_PATH = [sheet("base")]  # noqa: RUF012 - Textual reads it so
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_everywhere())
    DEFAULT_MODE = MODES[0]
    ENABLE_COMMAND_PALETTE = False  # Textual's own key for it would work over the neutral screen; the registry has ours

    def __init__(
        self,
        caseload: Caseload,
        *,
        notice: str = "",
        shown: Callable[[], None] | None = None,
        finish: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        folder = caseload.store.folder
        configuration = Configuration(folder)
        keymap, clashes = read_keymap(configuration.settings.keys, COMMANDS)
        unsaved, clock = Unsaved(Drafts(folder)), PeriodClock(caseload)
        self.desk = Desk(
            caseload, Prose(), configuration, unsaved, keymap, clock, lambda command_id: key_of(command_id, keymap)
        )
        notices = (notice, *caseload.store.notices, configuration.notice, *clashes, *kept_drafts(self.desk))
        self.notices = [said for said in notices if said]
        self._shown, self._finish = shown, finish
        self._idle_timer: Timer | None = None
        for theme in OURS:
            self.register_theme(theme)
        self._begin_with(self.desk.configuration.settings.theme)
        for stem in MODES:
            self.add_mode(stem, partial(make_mode, self, stem, self.desk))

    def _begin_with(self, theme: str) -> None:
        """Choose a theme before anything is drawn; setting it in the usual way would read every style sheet twice more."""
        self.set_reactive(App.theme, theme if theme in THEMES else THEMES[0])
        dark = self.current_theme.dark
        for name, is_so in (("-dark-mode", dark), ("-light-mode", not dark), (f"-theme-{self.theme}", True)):
            self.set_class(is_so, name, update=False)
        self.stylesheet = ReadSheets(variables=self.get_css_variables())

    def on_mount(self) -> None:
        self.set_keymap(self.desk.keys)
        self._listen_to_signals()
        self.set_interval(FOLLOW_EVERY, self._follow)
        self.call_after_refresh(self._begin)
        self.action_watch_idle()

    def delay_update(self, delay: float = 0.0) -> None:
        """Textual holds back a switch of modes for 50 ms, to hide a layout in the making; ours are drawn at once."""

    def _begin(self) -> None:
        """The first screen is shown. What is to be known is said: one sentence on it, or several to read first."""
        if self._shown is not None:
            self._shown()
        if len(self.notices) > 1:
            from .dialogs.report import ReportDialog

            self.push_screen(ReportDialog("Before you begin", [safe(said) for said in self.notices], question=""))
        elif self.notices and isinstance(screen := self.screen, CaseScreen):
            screen.call_after_refresh(screen.say, safe(self.notices[0]))  # another mode may be in the making

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a student sits beside the advisor nothing of the app's is reached but the shade and the next field."""
        if any(screen.id == BESIDE for screen in self.screen_stack):
            return action in _BESIDE
        return super().check_action(action, parameters)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own are left out: the palette is drawn from our registry."""
        _ = screen
        return ()

    def _follow(self) -> None:
        """Show what another terminal or the command line wrote meanwhile, and what the clock says."""
        if not self.is_running or not self.screen_stack:
            return  # about to end
        screen = self.screen
        try:
            self.desk.caseload.store.refresh()
        except StoreError as error:
            if isinstance(screen, CaseScreen) and screen.is_mounted:
                screen.say(self.desk.refusal(error))
            return
        if isinstance(screen, Asks) and screen.is_mounted:
            screen.redraw()  # nothing is drawn unless something changed: another's note, or the day at midnight
        if isinstance(screen, CaseScreen) and screen.is_mounted:
            screen.draw_time()

    # --- the shade ------------------------------------------------------------------------------------------------

    def action_shade(self) -> None:
        """Hide one level more; past the last show everything again. Over a dialog there is only the neutral screen."""
        prose = self.desk.prose
        if isinstance(self.screen, NeutralScreen):
            prose.shade = self.screen.returns_to
            self.pop_screen()
            if isinstance(self.screen, CaseScreen):
                self.screen.say("")
        elif isinstance(here := self.screen, CaseScreen) and not prose.is_shaded:
            prose.shade = Shade.INITIALS
            for screen in open_screens(self):
                if isinstance(screen, CaseScreen):
                    screen.say("")  # it may have named somebody
            here.redraw()
            here.say(f"Hidden. {self.desk.key('shade')} once more for a neutral screen.")
        elif isinstance(self.screen, CaseScreen):
            self._go_neutral(Shade.OFF)
        else:
            self._go_neutral(prose.shade)

    def _go_neutral(self, returns_to: Shade) -> None:
        self.desk.prose.shade = Shade.NEUTRAL
        self.push_screen(NeutralScreen(self.desk.key("shade"), returns_to))

    def action_watch_idle(self) -> None:
        """Wait for as long as was chosen, from now on; 0 minutes are for ever."""
        if self._idle_timer is not None:
            self._idle_timer.stop()
        idle = self.desk.configuration.settings.idle_shade * 60
        self._idle_timer = self.set_timer(idle, self._shade_when_idle) if idle else None

    def _shade_when_idle(self) -> None:
        idle = self.desk.configuration.settings.idle_shade * 60
        left = self.touched_at + idle - loop_time()
        if left <= 0 and not isinstance(self.screen, NeutralScreen):
            self._go_neutral(self.desk.prose.shade)
        self._idle_timer = self.set_timer(left if left > 0 else idle, self._shade_when_idle)

    def on_crash(self, error: Exception | None) -> None:
        """Textual prints the values of every variable, notes among them; ours says where it happened and no more."""
        self.keep_drafts()
        if error is not None:
            from advisory.settings.crash_report import crash_sentence, write_crash_report
            from advisory.settings.paths import state_folder

            report = write_crash_report(error, state_folder(), self.desk.caseload.now())
            self.end_with(UNEXPECTED)
            self.panic(Text(crash_sentence(report)))

    # --- leaving --------------------------------------------------------------------------------------------------

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            try:
                loop.add_signal_handler(number, self._leave_on_signal, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # Windows, or not the main thread: tests run there

    def _leave_on_signal(self, number: int) -> None:
        """What was being typed is kept first: a terminal that was closed gives no second chance."""
        self.leave(SIGNALLED + number)

    def leave(self, code: int = 0) -> None:
        """Keep what is being typed, and go."""
        self.keep_drafts()
        if self._finish is not None:
            leave_at_once(driver_of(self), self._finish, code)
        self.exit(return_code=code)

    def action_quit_app(self) -> None:
        self.leave()

    def keep_drafts(self) -> None:
        """Keep every open note and form on the disk, now."""
        for screen in open_screens(self):
            if isinstance(screen, CaseScreen) and screen.notes.line is not None:
                screen.notes.line.keep_now()
            elif hasattr(screen, "keep_now"):
                screen.keep_now()
