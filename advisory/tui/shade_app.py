"""Hiding names: by a key, before its turn has come, and by itself when nobody has touched anything for a while."""

import signal
from functools import cached_property

from textual.timer import Timer

from advisory.caseload.caseload import Caseload
from advisory.rules.names.finding import initials
from advisory.settings.configuration import Configuration

from .commands.registry import keys_of
from .desk import Desk
from .prose import Prose, Shade
from .running.key_app import KeyApp, loop_time
from .screens.base.case_screen import CaseScreen
from .screens.base.command_screen import CommandScreen
from .screens.neutral import NeutralScreen
from .textual_internals import driver_of, open_screens, stop_job


def first_prose(caseload: Caseload, configuration: Configuration) -> Prose:
    """What makes names safe to show, with names hidden from the start if the settings say so."""
    shade = Shade.INITIALS if configuration.settings.starts_shaded else Shade.OFF
    return Prose(lambda student: caseload.initials.get(student.id) or initials(student), shade)


class ShadeApp(KeyApp, inherit_bindings=False):
    """An app that hides names. A subclass sets `desk`, and shows the notices that waited behind the neutral screen."""

    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._is_hidden_ahead = False
        self._idle_timer: Timer | None = None

    def keep_drafts(self) -> None:
        """Write the draft of every open note and form to disk now."""
        raise NotImplementedError

    def action_suspend(self) -> None:
        """Leave the program waiting, until the shell goes on with it."""
        driver = driver_of(self)
        if driver is None or driver.is_headless or not driver.can_suspend or not hasattr(signal, "SIGTSTP"):
            if isinstance(here := self.screen, CaseScreen):
                here.say("The program can't be suspended here.")
            return
        self.keep_drafts()
        stop_job(self)  # returns when the shell goes on with it; nothing has been drawn since
        if self._idle_timer is not None:
            self._idle_timer.stop()
            self._shade_when_idle()
        self.refresh(layout=True)

    def show_notices(self) -> None:
        """Show what there is to know, once names may be seen again."""
        raise NotImplementedError

    @cached_property
    def _keys_to_hide(self) -> frozenset[str]:
        return keys_of("shade", self.desk.keys)

    def forget_keys(self) -> None:
        """Ask anew for the keys that hide."""
        self.__dict__.pop("_keys_to_hide", None)

    def foresee(self, key: str) -> None:
        """Hide names as soon as the key for it was typed; keys typed before it may take a while, and a person looks on."""
        if key in self._keys_to_hide:
            self._hide_ahead()

    def _hide_ahead(self) -> None:
        """Hide names ahead of the key's turn, which then does what it would have done. Over a dialog it waits its turn."""
        here = self.screen if self.screen_stack else None
        is_there = here is not None and here.is_mounted
        if self.desk.prose.is_shaded or (is_there and not isinstance(here, CaseScreen)):
            return
        self.desk.prose.shade, self._is_hidden_ahead = Shade.INITIALS, True
        if is_there and isinstance(here, CaseScreen):
            self._unsay()
            here.redraw()
        self.draw_anew()

    def _unsay(self) -> None:
        """Take the message off every screen; it may contain a name."""
        for screen in open_screens(self):
            if isinstance(screen, CaseScreen) and screen.is_mounted:
                screen.say("")

    def action_shade(self) -> None:
        """Hide one more level, or show everything again after the last. Over a dialog, go straight to neutral."""
        if self._is_hidden_ahead:  # nothing is drawn before this function has hidden them again
            self.desk.prose.shade, self._is_hidden_ahead = Shade.OFF, False
        self._shade_more()
        self.draw_anew()  # whatever a terminal may show by mistake, it is covered
        if self.is_waiting(self._keys_to_hide):
            self._hide_ahead()

    def _shade_more(self) -> None:
        prose = self.desk.prose
        if isinstance(self.screen, NeutralScreen):
            prose.shade = self.screen.returns_to
            self.pop_screen()
            if isinstance(self.screen, CaseScreen):
                self.screen.say("")
            self._draw_as_before()
            self.show_notices()
        elif isinstance(here := self.screen, CaseScreen) and not prose.is_shaded:
            prose.shade = Shade.INITIALS
            self._unsay()
            here.redraw()
            here.say(f"{self.hidden_words} {self.desk.key('shade')} once more for a neutral screen.")
        elif isinstance(self.screen, CaseScreen):
            self._go_neutral(Shade.OFF)
        else:
            self._go_neutral(prose.shade)

    def _draw_as_before(self) -> None:
        """Draw what a change of size drew with everything hidden, also on the screen that a dialog lies over."""
        below = next((one for one in reversed(self.screen_stack) if isinstance(one, CommandScreen)), None)
        if below is not None and below.is_mounted:
            below.redraw()

    @property
    def hidden_words(self) -> str:
        """How to show the names again; "" while they are shown."""
        return f"Hidden. {self.desk.key('unshade')} shows the names." if self.desk.prose.is_shaded else ""

    def action_unshade(self) -> None:
        """Show names and notes again, from either level. Over a dialog that was opened while they were hidden, do nothing."""
        if isinstance(self.screen, NeutralScreen):
            self._shade_more()
        here = self.screen
        if isinstance(here, CaseScreen) and self.desk.prose.is_shaded:
            self.desk.prose.shade, self._is_hidden_ahead = Shade.OFF, False
            here.say("Names are shown.")
            here.redraw()
        if self.is_waiting(self._keys_to_hide):
            self._hide_ahead()

    def _go_neutral(self, returns_to: Shade) -> None:
        self.desk.prose.shade = Shade.NEUTRAL
        self.draw_anew()
        self.push_screen(NeutralScreen(self.desk.key("shade"), returns_to))

    def action_watch_idle(self) -> None:
        """Start the idle timer with the minutes set in the settings; 0 turns it off."""
        if self._idle_timer is not None:
            self._idle_timer.stop()
        idle = self.desk.configuration.settings.idle_shade * 60
        self._idle_timer = self.set_timer(idle, self._shade_when_idle) if idle else None

    def _shade_when_idle(self) -> None:
        if not self.screen_stack:
            return  # the app is ending
        idle = self.desk.configuration.settings.idle_shade * 60
        left = self.touched_at + idle - loop_time()
        if left <= 0 and not isinstance(self.screen, NeutralScreen):
            self._go_neutral(self.desk.prose.shade)
        self._idle_timer = self.set_timer(left if left > 0 else idle, self._shade_when_idle)
