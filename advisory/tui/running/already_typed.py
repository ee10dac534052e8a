"""Wait, before the first screen is drawn, for the keys that were typed while the program started."""

import asyncio
import select

from textual.driver import Driver

_TICK = 0.001
_AT_LEAST = 3
"""How many ticks the thread that reads keys needs to begin, and to hand over what it has read."""
_AT_MOST = 25


async def already_read(driver: Driver | None) -> None:
    """Wait until nothing that was typed is left in the terminal: for a few milliseconds, or 25 if somebody is still typing.

    A driver without a terminal of its own, as in tests and on Windows, hands its keys over in its own time.
    """
    fileno: int | None = getattr(driver, "fileno", None)
    if fileno is None:
        return
    quiet = 0
    for _ in range(_AT_MOST):
        await asyncio.sleep(_TICK)
        quiet = 0 if select.select([fileno], [], [], 0)[0] else quiet + 1
        if quiet == _AT_LEAST:
            return
