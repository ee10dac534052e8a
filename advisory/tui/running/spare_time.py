"""Work that can wait: a little at a time, and none of it while somebody types."""

import asyncio
from collections.abc import Iterable

from .key_app import KeyApp, loop_time

SLICE = 0.001
"""Seconds of work in one go; a key that comes meanwhile waits no longer than this."""
QUIET = 0.1
"""Seconds without a key after which work begins again: somebody who types a word is quicker."""


async def in_spare_time(app: KeyApp, steps: Iterable[object]) -> None:
    """Take steps, each much shorter than SLICE, until there are none left."""
    walk = iter(steps)
    while True:
        left = app.touched_at + QUIET - loop_time()
        if left > 0:
            await asyncio.sleep(left)
            continue
        end = loop_time() + SLICE
        for _ in walk:
            if loop_time() >= end:
                break
        else:
            return
        await asyncio.sleep(SLICE)
