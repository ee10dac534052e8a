"""Doing work that can wait, in small portions and only while nobody types."""

import asyncio
from collections.abc import Iterable

from .key_app import KeyApp, loop_time

SLICE = 0.001
"""Seconds of work at a time. A key waits no longer than this, or than one step that takes longer by itself."""
QUIET = 0.1
"""Seconds without a key until the work resumes; the keys of somebody typing a word follow faster than that."""


async def in_spare_time(app: KeyApp, steps: Iterable[object]) -> None:
    """Run all steps. A key waits for the one that is running, so each should be short."""
    remaining = iter(steps)
    while True:
        left = app.touched_at + QUIET - loop_time()
        if left > 0:
            await asyncio.sleep(left)
            continue
        end = loop_time() + SLICE
        for _ in remaining:
            if loop_time() >= end:
                break
        else:
            return
        await asyncio.sleep(SLICE)
