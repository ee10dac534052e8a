"""Waiting for what is about to be: a key typed ahead is never handed out too soon, also on a slow machine."""

import asyncio
from collections.abc import Callable

from textual.message_pump import MessagePump

PATIENCE = 5.0
"""Seconds."""
_TICK = 0.001


async def until(is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until something is so, or for so many seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not is_so() and loop.time() < end:  # noqa: ASYNC110 - widgets have no event for it
        await asyncio.sleep(_TICK)


async def take_turns(pumps: list[MessagePump]) -> None:
    """Wait until each, one after the other, has done what was in its queue; not longer than PATIENCE in all."""
    for pump in pumps:
        done = asyncio.Event()
        if not pump.is_running or not pump.call_later(done.set):
            continue
        try:
            await asyncio.wait_for(done.wait(), PATIENCE)
        except TimeoutError:
            return
