"""An app that handles one key, paste or click at a time, in the order in which they came."""

import asyncio
from collections import deque
from collections.abc import Callable, Collection
from contextlib import ExitStack

from textual import events
from textual.message import Message

from advisory.tui.key_place import PlacedKey, is_foreign
from advisory.tui.textual_internals import CrashReportingApp, crash, driver_of
from advisory.tui.textual_layout import draw_now, lay_out

from .already_typed import already_read
from .patience import drawn, take_turns, until


def loop_time() -> float:
    """The time in seconds, by the clock that timers use."""
    return asyncio.get_running_loop().time()


InOrder = events.Key | events.Paste | events.MouseDown | events.MouseUp
"""What waits for its turn. A moving mouse and its wheel don't: they change nothing that a key depends on."""


AWAY_AFTER = 60.0
"""Seconds without a key or the mouse after which nobody seems to be there."""
_LAYOUTS = 5
"""How often the first screen is laid out at most until nothing on it changes its size."""


class KeyApp(CrashReportingApp, inherit_bindings=False):
    """Handles each key only when everything that the previous key started is done, however fast somebody types.

    Textual handles the next key while the previous one still bubbles up to the app to find its command. If somebody
    types `c` and a note very fast, the first letters of the note would be taken for commands.
    """

    touched_at = 0.0
    """When somebody last used a key or the mouse, by `loop_time`."""

    is_drawn = False
    """Whether the first screen has been drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._once_drawn: list[Callable[[], object]] = []
        self._is_whole = False
        self._waiting: deque[InOrder] = deque()
        self._has_come = asyncio.Event()
        self._is_taking = False
        self._undrawn = ExitStack()
        """Keeps everything undrawn until the first screen is whole."""

    async def on_mount(self) -> None:
        self.touched_at = loop_time()
        self._undrawn.enter_context(self.batch_update())
        await already_read(driver_of(self))
        self._taking = asyncio.create_task(self._take_in_order())

    def on_unmount(self) -> None:
        self._taking.cancel()

    def post_message(self, message: Message) -> bool:
        """Look at a key as soon as the terminal has sent it, long before its turn."""
        if isinstance(message, events.Key) and not message.is_forwarded:
            self.foresee(message.latin if isinstance(message, PlacedKey) and is_foreign(message.key) else message.key)
        return super().post_message(message)

    def foresee(self, key: str) -> None:
        """Do what can't wait for a key's turn; nothing, unless an app overrides it.

        Called for each key in order, before anything is drawn for the first time too.
        """

    def come_back(self) -> None:
        """Called when somebody touches something after a while; nothing, unless an app overrides it."""

    def say_foreign(self, letter: str) -> None:
        """Say that a letter isn't Latin and runs nothing; nothing is said, unless an app overrides it."""

    def _as_read(self, event: events.Key) -> events.Key:
        """A key as its command has it: by its place, if its letter isn't Latin and is neither typed nor chosen for a command."""
        typed = event.as_typed() if isinstance(event, PlacedKey) else event
        focused = self.focused
        is_text = focused is not None and focused.check_consume_key(event.key, event.character)
        if is_text or not is_foreign(event.key) or event.key in self.screen.active_bindings:
            return typed
        if isinstance(event, PlacedKey):
            return event.by_place()
        self.say_foreign(event.key)
        return typed

    def is_waiting(self, keys: Collection[str]) -> bool:
        """Whether one of these keys was typed and has not had its turn."""
        return any(isinstance(event, events.Key) and event.key in keys for event in self._waiting)

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, InOrder | events.MouseScrollDown | events.MouseScrollUp):
            was_away, self.touched_at = loop_time() - self.touched_at > AWAY_AFTER, loop_time()
            if was_away and self.is_drawn:
                self.come_back()
        if isinstance(event, InOrder) and not event.is_forwarded:
            self._waiting.append(event)
            self._has_come.set()
        else:
            await super().on_event(event)

    async def _draw_first(self) -> None:
        """Draw the first screen in one piece; Textual draws a beginning of it, and all of it three times."""
        with self._undrawn:
            await until(lambda: bool(self.screen_stack) and self.screen.is_mounted)
            for _ in range(_LAYOUTS if self.screen_stack else 0):
                await take_turns([self.screen, *self.screen.walk_children()])
                if not self._is_whole:
                    self._is_whole = True
                    self.show_notices()
                if not lay_out(self.screen):
                    break
        if self.screen_stack:
            draw_now(self.screen)
        self.is_drawn = True
        for callback in self._once_drawn:
            callback()
        self._once_drawn.clear()

    def show_notices(self) -> None:
        """Show what there is to know on the first screen, before it is drawn; nothing, unless an app overrides it."""

    def once_drawn(self, callback: Callable[[], object]) -> None:
        """Call back once the first screen is drawn; what that screen doesn't need waits for it."""
        if self.is_drawn:
            callback()
        else:
            self._once_drawn.append(callback)

    async def _take_in_order(self) -> None:
        await self._draw_first()
        if self.screen_stack:
            await drawn(self.screen)  # keys may have been typed before the program started
        while True:
            await self._has_come.wait()
            self._has_come.clear()
            self._is_taking = True
            while self._waiting:
                await self._take(self._waiting.popleft())
            self._is_taking = False

    @property
    def is_idle(self) -> bool:
        """Whether every key, paste and click has been handed out and done; tests wait for it."""
        return not self._waiting and not self._is_taking

    async def _take(self, event: InOrder) -> None:
        before = self.screen
        try:
            await super().on_event(self._as_read(event) if isinstance(event, events.Key) else event)
        except Exception as error:  # noqa: BLE001 - any error in what it called
            crash(self, error)
        here = self.focused or self.screen
        await take_turns(list(here.ancestors_with_self))
        self._draw_the_rest()
        await until(lambda: not self._is_busy)
        if self.screen is not before:  # drawn before the next key: no key acts on what was not seen
            await drawn(self.screen)

    def _draw_the_rest(self) -> None:
        """Draw what a key has changed since Textual drew first, such as the detail pane, without waiting for a frame."""
        try:
            if self.screen.is_mounted:
                draw_now(self.screen)
        except Exception as error:  # noqa: BLE001 - any error in what is drawn
            crash(self, error)

    @property
    def _is_busy(self) -> bool:
        """Whether a screen is busy; the screen below a dialog is, until the dialog can take a key."""
        return any(getattr(screen, "is_busy", False) for screen in self.screen_stack)
