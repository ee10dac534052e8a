"""Shows what other programs have written, and the time: looked for often while somebody works, seldom while nobody does."""

import asyncio
import time

from advisory.store import StoreError

from .desk import Desk
from .running.key_app import AWAY_AFTER, KeyApp, loop_time
from .screens.base.case_screen import CaseScreen
from .screens.base.command_screen import CommandScreen

OFTEN = 0.7
"""Seconds between two looks. A look costs two file stats, a few microseconds."""
SELDOM = 5.0
"""The same while nobody has touched anything for AWAY_AFTER seconds; the next key looks at once."""


class Follower:
    """Wakes nothing while there is nothing new: Textual's own timer would wake the app and the screen each time."""

    def __init__(self, app: KeyApp, desk: Desk) -> None:
        self._app, self._desk = app, desk
        self._as_of = self._minute()

    def start(self) -> None:
        """Look from now on."""
        is_away = loop_time() - self._app.touched_at > AWAY_AFTER
        asyncio.get_running_loop().call_later(SELDOM if is_away else OFTEN, self._look)

    def _look(self) -> None:
        if self._app.is_running:
            if self._is_news():
                self._app.call_later(self.follow)
            self.start()

    def _is_news(self) -> bool:
        before, self._as_of = self._as_of, self._minute()
        try:
            return self._desk.caseload.store.refresh() or self._as_of != before
        except StoreError:
            return True  # it is said when it is shown

    def _minute(self) -> tuple[object, ...]:
        """What the clocks on the screen show."""
        return self._desk.caseload.now().replace(second=0, microsecond=0), self._desk.clock.left

    def follow(self) -> None:
        """Show what another terminal or the command line has written since, and the current time."""
        app = self._app
        if not app.is_running or not app.screen_stack:
            return  # the app is ending
        app.show_notices()
        if hasattr(time, "tzset"):
            time.tzset()  # somebody who travels changes the clock of the computer, which Python reads once only
        screen = app.screen
        try:
            self._desk.caseload.store.refresh()
        except StoreError as error:
            if isinstance(screen, CaseScreen) and screen.is_mounted:
                screen.say(self._desk.refusal(error))
            return
        if isinstance(screen, CommandScreen) and screen.is_mounted:
            screen.redraw()  # draws only if something changed: a record, or the date at midnight
        if isinstance(screen, CaseScreen) and screen.is_mounted:
            screen.draw_time()
