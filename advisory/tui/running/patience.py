"""Waiting until the app is ready for the next key, also on a slow machine."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from textual.message_pump import MessagePump

PATIENCE = 5.0
"""The longest wait, in seconds."""
_TICK = 0.001


async def until(is_so: Callable[[], bool], patience: float = PATIENCE) -> None:
    """Wait until a condition holds, for at most `patience` seconds."""
    loop = asyncio.get_running_loop()
    end = loop.time() + patience
    while not is_so() and loop.time() < end:  # noqa: ASYNC110 - widgets have no event to wait for
        await asyncio.sleep(_TICK)


async def take_turns(pumps: list[MessagePump]) -> None:
    """Wait until each of them, one after the other, has handled the messages in its queue."""
    for pump in pumps:
        done = asyncio.Event()
        if not pump.is_running or not pump.call_later(done.set):
            continue
        try:
            await asyncio.wait_for(done.wait(), PATIENCE)
        except TimeoutError:
            return


async def all_turns(pumps: list[MessagePump]) -> None:
    """Wait until each of them has handled the messages in its queue, all at the same time."""
    turns = [asyncio.Event() for _ in pumps]
    waited_for = [
        turn for pump, turn in zip(pumps, turns, strict=True) if pump.is_running and pump.call_later(turn.set)
    ]
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            for turn in waited_for:
                await turn.wait()


async def drawn(screen: MessagePump) -> None:
    """Wait until a screen that has just been opened is laid out, and has filled what depends on its size."""
    for _ in range(2):
        done = asyncio.Event()
        if not screen.is_running or not screen.call_after_refresh(done.set):
            return
        try:
            await asyncio.wait_for(done.wait(), PATIENCE)
        except TimeoutError:
            return
