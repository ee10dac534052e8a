"""An app that takes one key at a time, and knows when the last one came."""

import asyncio
from collections import deque

from textual import events
from textual.app import App

from .patience import take_turns, until

DOUBLED_WITHIN = 0.25
"""Seconds in which a second key of the same sort must follow the first to be one command with it."""
LATE_WITHIN = 0.5
"""Seconds in which it still is, though the first was obeyed already; as long without another key, so that no word is."""
WORD_WITHIN = 0.35
"""Seconds: what comes sooner after a doubled key is the rest of a word that begins with it. Slow typing still is a word."""


def loop_time() -> float:
    """Seconds by the clock that timers go by."""
    return asyncio.get_running_loop().time()


class KeyApp(App[None], inherit_bindings=False):
    """Hands out the next key when the work of the one before is done, however fast they are typed.

    Textual lets a key that nobody wants travel up to the app before it looks for its command, and meanwhile hands out
    the keys behind it: `c` and a note typed in one breath would be taken for commands.
    """

    touched_at = 0.0
    """When somebody last touched a key or the mouse, by loop_time."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key] = deque()
        self._has_come = asyncio.Event()
        self._in_hand: events.Key | None = None
        self._before: events.Key | None = None
        """The key taken before the one in hand."""

    def on_mount(self) -> None:
        self.touched_at = loop_time()
        self._taking_keys = asyncio.create_task(self._take_keys())

    def on_unmount(self) -> None:
        self._taking_keys.cancel()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key | events.MouseDown | events.MouseScrollDown | events.MouseScrollUp):
            self.touched_at = loop_time()
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._typed.append(event)
            self._has_come.set()
        else:
            await super().on_event(event)

    async def _take_keys(self) -> None:
        while True:
            await self._has_come.wait()
            self._has_come.clear()
            while self._typed:
                await self._take(self._typed.popleft())

    async def _take(self, key: events.Key) -> None:
        self._in_hand = key
        try:
            await super().on_event(key)
        except Exception as error:  # noqa: BLE001 - an error of whatever the key called
            self._handle_exception(error)
        here = self.focused or self.screen
        await take_turns(list(here.ancestors_with_self))
        await until(lambda: not self._is_busy)
        self._before, self._in_hand = key, None

    @property
    def _is_busy(self) -> bool:
        """Whether a screen is; one under a dialog is until the dialog is ready for a key."""
        return any(getattr(screen, "is_busy", False) for screen in self.screen_stack)

    async def is_doubled(self, key: str) -> bool:
        """Whether the key in hand is this one and is typed twice; the second is taken then.

        Called by what the first does, while the screen is busy. A second one with more behind it begins a word, which
        is left for whatever comes: taken for commands, it could do anything.
        """
        first, typed = self._in_hand, self._typed
        if first is None or first.key != key:
            return False
        await until(lambda: bool(typed), DOUBLED_WITHIN)
        if not typed or typed[0].key != key or typed[0].time - first.time > DOUBLED_WITHIN:
            return False
        await until(lambda: len(typed) > 1, WORD_WITHIN)
        if len(typed) > 1:
            return False
        typed.popleft()
        return True

    async def is_late_double(self, key: events.Key) -> bool:
        """Whether this key, the first into what the key before it opened, makes one command with that one after all.

        One that comes soon behind it says that it begins a word.
        """
        before = self._before
        if before is None or before.key != key.key or key.time - before.time > LATE_WITHIN:
            return False
        await until(lambda: bool(self._typed), LATE_WITHIN)
        return not self._typed
