"""The app: it sets up the modes, theme and keymap, and starts and ends a session."""

import asyncio
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from advisory.caseload.caseload import Caseload
from advisory.model import THEMES
from advisory.settings.configuration import Configuration
from advisory.settings.keymap import read_keymap
from advisory.store import Drafts, StoreError
from advisory.streams import plain

from .commands.registry import BESIDE, COMMANDS, MODES, bindings_everywhere, key_of
from .desk import Desk
from .drafts.unsaved import Unsaved
from .follower import Follower
from .kept_drafts import how_many, keeps_draft
from .running.leaving import leave_at_once
from .running.period_clock import PeriodClock
from .running.spare_time import in_spare_time
from .running.warm_up import warm_up
from .screens.base.case_screen import CaseScreen
from .screens.base.command_screen import CommandScreen
from .screens.base.opening import make_mode
from .screens.neutral import NeutralScreen
from .shade_app import ShadeApp, first_prose
from .style.colors import offer_themes
from .style.place import sheet
from .style.sheets import ReadSheets, StylesMounted
from .textual_internals import driver_of, follow_first_theme, open_screens, show_no_toasts

UNEXPECTED = 4
"""Exit code after an unexpected error."""
SIGNALLED = 128
"""Added to a signal's number, as shells do, to make the exit code of a program ended by that signal."""
_ALLOWED_BESIDE = frozenset({"shade", "focus_next", "focus_previous"})
"""The only actions of the app that work while a student can see the screen."""
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name))


class AdvisoryApp(ShadeApp, StylesMounted, inherit_bindings=False):
    """One session with one caseload."""

    TITLE = "advisory"
    CSS_PATH = [sheet("base")]  # noqa: RUF012 - Textual wants a plain class attribute
    BINDINGS: ClassVar[list[BindingType]] = list(bindings_everywhere())
    DEFAULT_MODE = MODES[0]
    _is_themed = False
    ENABLE_COMMAND_PALETTE = False  # Textual's key for it would work even on the neutral screen

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
        self._keys = keymap  # changed in place, so that everybody who names a key names the new one
        unsaved, clock = Unsaved(Drafts(folder)), PeriodClock(caseload)
        self.desk = Desk(
            caseload,
            first_prose(caseload, configuration),
            configuration,
            unsaved,
            keymap,
            clock,
            lambda command_id: key_of(command_id, keymap),
            [],
            {},
        )
        for form, about in unsaved.waiting():
            if not keeps_draft(form):  # an earlier version kept them
                unsaved.forget(form, about)
        if unsaved.waiting():
            from .confirmed_drafts import drop_confirmed

            with suppress(StoreError):  # a damaged history keeps no draft from being offered
                drop_confirmed(self.desk)
        self._notice = notice
        self._notices = [*unsaved.notices, configuration.notice, *clashes]
        self._shown, self._finish = shown, finish
        self._are_noticed = False
        self.follower = Follower(self, self.desk)
        show_no_toasts(self)
        offer_themes(self)
        self._set_first_theme(self.desk.configuration.settings.theme)
        for stem in MODES:
            self.add_mode(stem, partial(make_mode, self, stem, self.desk))

    def get_css_variables(self) -> dict[str, str]:
        """The colors of the theme; nothing before it is set, for Textual mixes those of its own theme first."""
        return super().get_css_variables() if self._is_themed else {}

    def _set_first_theme(self, theme: str) -> None:
        """Set the theme before anything is drawn. Assigning `self.theme` would parse every style sheet two more times."""
        self._is_themed = True
        self.set_reactive(App.theme, theme if theme in THEMES else THEMES[0])
        follow_first_theme(self)
        dark = self.current_theme.dark
        for name, is_so in (("-dark-mode", dark), ("-light-mode", not dark), (f"-theme-{self.theme}", True)):
            self.set_class(is_so, name, update=False)
        self.stylesheet = ReadSheets(variables=self.get_css_variables())

    async def on_mount(self) -> None:
        self.set_keymap(self.desk.keys)
        self._listen_to_signals()
        self.once_drawn(self._begin)

    def _begin(self) -> None:
        """What can wait until the first screen is drawn."""
        if self._shown is not None:
            self._shown()
        self.follower.start()
        self.action_watch_idle()
        self._warming = asyncio.create_task(in_spare_time(self, warm_up()))

    def come_back(self) -> None:
        """Show what happened while nobody was there, before the first key does anything."""
        self.follower.follow()

    def delay_update(self, delay: float = 0.0) -> None:
        """Do nothing: Textual would delay each mode switch by 50 ms to hide unfinished layouts, and ours are ready."""

    def show_notices(self) -> None:
        """Show what to know once the first screen is up: one notice in the status line; of several, Today lists each.

        They wait while the neutral screen is up, or the one that is turned to the student.
        """
        if self._are_noticed or not self.screen_stack or isinstance(self.screen, NeutralScreen) or self.is_beside:
            return
        self._are_noticed = True
        notices = [text for text in (self._notice, *self.desk.caseload.store.notices, *self._notices) if text]
        told = self.desk.sentence("".join(notices)) or how_many(self.desk) or self.hidden_words
        if len(notices) > 1:
            self.desk.notices.extend(notices)
            told = f"{len(notices)} things to know, on Today: {self.desk.key('open')} reads one."
        if isinstance(screen := self.screen, CaseScreen) and screen.is_mounted and told:
            screen.redraw(force=True)
            screen.say(told)

    @property
    def is_beside(self) -> bool:
        """Whether the screen is turned to a student."""
        return any(screen.id == BESIDE for screen in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a student can see the screen, allow only the shade and moving between fields."""
        if self.is_beside:
            return action in _ALLOWED_BESIDE
        return super().check_action(action, parameters)

    def action_read_keys(self) -> None:
        """Use the keys that are chosen in the settings now."""
        held, _ = read_keymap(self.desk.configuration.settings.keys, COMMANDS)
        self._keys.clear()
        self._keys.update(held)
        self.set_keymap(held)
        self.forget_keys()
        for screen in open_screens(self):
            if isinstance(screen, CaseScreen) and screen.is_mounted:
                screen.draw_keys()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Leave out Textual's own commands: our palette lists the registry's."""
        _ = screen
        return ()

    def copy_to_clipboard(self, text: str) -> None:
        """Copy nothing while names are hidden, or from a box that shows dots."""
        is_masked = getattr(self.focused, "password", False) or getattr(self.focused, "is_covered", False)
        if not (self.desk.prose.is_shaded or is_masked):
            super().copy_to_clipboard(text)

    def say_foreign(self, letter: str) -> None:
        """Say what to do about a keyboard whose letters no command has, where a message can be shown."""
        screen = self.screen
        if isinstance(screen, CommandScreen) and screen.is_mounted:
            screen.say(f"This key arrives as “{letter}”: use a Latin layout, or rebind it.")

    def on_crash(self, error: Exception | None) -> None:
        """Report only where the crash happened. Textual's own report prints every variable, including notes."""
        self.keep_drafts()
        if error is not None:
            from advisory.settings.crash_report import crash_sentence, write_crash_report
            from advisory.settings.paths import state_folder

            report = write_crash_report(error, state_folder(), self.desk.caseload.now())
            self.end_with(UNEXPECTED)
            self.panic(Text(plain(crash_sentence(report))))

    # --- leaving --------------------------------------------------------------------------------------------------

    def _listen_to_signals(self) -> None:
        loop = asyncio.get_running_loop()
        for number in _SIGNALS:
            try:
                loop.add_signal_handler(number, self._leave_on_signal, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # on Windows, and in tests that run outside the main thread

    def _leave_on_signal(self, number: int) -> None:
        """Leave and keep the drafts, elsewhere if need be: once the terminal is closed, nobody can be asked."""
        self.keep_drafts()
        now = self.desk.caseload.now()
        if stuck := self.desk.unsaved.kept_nowhere(now):
            from .drafts.elsewhere import keep_elsewhere, place_for
            from .kept_drafts import not_saved

            place = place_for(now.astimezone())
            if place is not None:
                keep_elsewhere(list(zip(not_saved(self.desk, stuck), stuck.values(), strict=True)), place)
        self.leave(SIGNALLED + number)

    def leave(self, code: int = 0) -> None:
        """Keep the drafts and end the app."""
        self.keep_drafts()
        if self._finish is not None:
            leave_at_once(driver_of(self), self._finish, code)
        self.exit(return_code=code)

    def action_quit_app(self) -> None:
        self.leave()

    def keep_drafts(self) -> None:
        """Write the draft of every open note and form to disk now."""
        for screen in open_screens(self):
            if isinstance(screen, CaseScreen) and screen.notes.line is not None:
                screen.notes.line.keep_now()
            elif hasattr(screen, "keep_now"):
                screen.keep_now()
