"""Work that can wait is done a little at a time, and waits for whoever types."""

import asyncio
from types import SimpleNamespace

import pytest

from advisory.tui.running import spare_time
from advisory.tui.running.key_app import KeyApp, loop_time
from advisory.tui.running.spare_time import SLICE, in_spare_time


async def test_it_lets_others_run_between_slices() -> None:
    turns, done = 0, []

    def steps():
        for number in range(6):
            end = loop_time() + SLICE
            while loop_time() < end:
                pass
            done.append(number)
            yield

    async def other() -> None:
        nonlocal turns
        while len(done) < 6:
            await asyncio.sleep(0)
            turns += 1

    await asyncio.gather(in_spare_time(SimpleNamespace(touched_at=0.0), steps()), other())
    assert done == list(range(6))
    assert turns > 6


async def test_nothing_is_done_until_nobody_has_typed_for_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spare_time, "QUIET", 0.4)  # longer than a busy machine stands still
    app = SimpleNamespace(touched_at=loop_time())
    began: list[float] = []

    def steps():
        began.append(loop_time())
        yield

    working = asyncio.create_task(in_spare_time(app, steps()))
    await asyncio.sleep(spare_time.QUIET / 2)
    app.touched_at = typed_at = loop_time()
    await working
    assert began[0] >= typed_at + spare_time.QUIET


def test_what_waits_for_the_first_screen_is_done_at_once_when_that_is_there() -> None:
    app, done = KeyApp(), list[str]()
    app.once_drawn(lambda: done.append("waited"))
    app.is_drawn = True
    app.once_drawn(lambda: done.append("at once"))
    assert done == ["at once"]
