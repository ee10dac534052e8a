"""An app that takes one key at a time, and knows when the last one came."""

import asyncio
from collections import deque

from textual import events

from advisory.tui.textual_internals import CrashReportingApp, crash

from .patience import take_turns, until


def loop_time() -> float:
    """Seconds by the clock that timers go by."""
    return asyncio.get_running_loop().time()


class KeyApp(CrashReportingApp, inherit_bindings=False):
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
        try:
            await super().on_event(key)
        except Exception as error:  # noqa: BLE001 - an error of whatever the key called
            crash(self, error)
        here = self.focused or self.screen
        await take_turns(list(here.ancestors_with_self))
        await until(lambda: not self._is_busy)

    @property
    def _is_busy(self) -> bool:
        """Whether a screen is; one under a dialog is until the dialog is ready for a key."""
        return any(getattr(screen, "is_busy", False) for screen in self.screen_stack)
