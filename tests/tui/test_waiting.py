"""Waiting for the app and for keys, and ending at once, told to stand-ins: no test here waits for a clock it doesn't set."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
from textual import events

from advisory.tui.running import already_typed, leaving, patience
from advisory.tui.running.already_typed import already_read
from advisory.tui.running.key_app import KeyApp
from advisory.tui.running.leaving import leave_at_once
from advisory.tui.running.patience import all_turns, drawn, take_turns, until


class Pump:
    """Something that handles messages, which calls back at once, later, or never."""

    def __init__(self, calls_back: float | None, *, is_running: bool = True, accepts: bool = True) -> None:
        self.is_running, self._calls_back, self._accepts = is_running, calls_back, accepts
        self.asked = 0

    def call_later(self, done: Callable[[], None]) -> bool:
        self.asked += 1
        if self._calls_back is not None and self._accepts:
            asyncio.get_running_loop().call_later(self._calls_back, done)
        return self._accepts

    call_after_refresh = call_later


SOON = 0.03
"""Seconds that are waited for what never comes."""


async def test_a_condition_is_waited_for_but_not_for_ever() -> None:
    seen: list[int] = []

    def third() -> bool:
        seen.append(1)
        return len(seen) == 3

    await until(third)
    assert len(seen) == 3
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await until(lambda: False, 0.02)
    assert 0.02 <= loop.time() - begun < 1


@pytest.mark.parametrize("wait", [take_turns, all_turns])
async def test_each_has_its_turn_and_one_that_hangs_holds_nobody_for_ever(
    wait: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    pumps = [Pump(0.0), Pump(None, is_running=False), Pump(None, accepts=False), Pump(0.005)]
    await wait(pumps)
    assert [pump.asked for pump in pumps] == [1, 0, 1, 1]
    monkeypatch.setattr(patience, "PATIENCE", SOON)
    hanging, behind = Pump(None), Pump(0.0)
    begun = asyncio.get_running_loop().time()
    await wait([hanging, behind])
    assert asyncio.get_running_loop().time() - begun >= SOON
    assert (hanging.asked, behind.asked) == (1, 0 if wait is take_turns else 1)


async def test_a_screen_is_drawn_once_it_was_refreshed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, closed, refusing, hanging = Pump(0.0), Pump(0.0, is_running=False), Pump(None, accepts=False), Pump(None)
    for pump in (shown, closed, refusing):
        await drawn(pump)
    monkeypatch.setattr(patience, "PATIENCE", SOON)
    await drawn(hanging)
    assert [pump.asked for pump in (shown, closed, refusing, hanging)] == [2, 0, 1, 1]


async def test_what_was_typed_before_the_start_is_waited_for_until_the_terminal_is_quiet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ready: Iterator[bool] = iter(())
    looks: list[int] = []

    def select(
        files: list[int], _write: list[int], _error: list[int], timeout: int
    ) -> tuple[list[int], list[int], list[int]]:
        assert (files, timeout) == ([7], 0)
        looks.append(1)
        return (files if next(ready) else [], [], [])

    monkeypatch.setattr(already_typed, "select", SimpleNamespace(select=select))
    await already_read(None)
    await already_read(SimpleNamespace())
    assert looks == []
    for typed, expected in (
        ([False] * 9, 3),
        ([False, False, True, False, False, False, False], 6),
        ([True, False, False, False], 4),
        ([True] * 99, 25),
    ):
        ready = iter(typed)
        looks.clear()
        await already_read(SimpleNamespace(fileno=7))
        assert len(looks) == expected


class Ended(Exception):  # noqa: N818 - it stands for the end of the process
    """Raised in place of ending the process."""


class Terminal:
    """A driver with a terminal of its own, and a thread that reads keys."""

    is_headless = False
    _key_thread: object = object()

    def __init__(self, said: list[str], *, is_closed: bool = False) -> None:
        self._said, self._is_closed = said, is_closed

    def stop_application_mode(self) -> None:
        self._said.append("terminal restored")
        if self._is_closed:
            raise OSError

    def close(self) -> None:
        self._said.append("driver closed")


@pytest.mark.parametrize("is_closed", [False, True])
def test_the_program_ends_at_once_with_its_terminal_restored(monkeypatch: pytest.MonkeyPatch, is_closed: bool) -> None:
    said: list[str] = []

    def end(code: int) -> None:
        said.append(f"ended with {code}")
        raise Ended

    out = SimpleNamespace(flush=lambda: said.append("flushed"))
    kept = SimpleNamespace(flush=lambda: said.append("flushed what is kept back"))
    monkeypatch.setattr(leaving.os, "_exit", end)
    for name, stream in (("__stdout__", out), ("__stderr__", None), ("stdout", kept), ("stderr", out)):
        monkeypatch.setattr(sys, name, stream)
    terminal = Terminal(said, is_closed=is_closed)
    with pytest.raises(Ended):
        leave_at_once(terminal, lambda: said.append("finished"), 3)
    restored = ["terminal restored"] if is_closed else ["terminal restored", "driver closed"]
    assert said == [*restored, "finished", "flushed", "flushed", "ended with 3"]
    assert terminal._key_thread is None


def test_without_a_terminal_of_its_own_the_program_ends_as_textual_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "_exit", lambda code: pytest.fail(f"ended with {code}"))
    said: list[str] = []
    headless, bare = Terminal(said), SimpleNamespace(is_headless=False)
    headless.is_headless = True
    for driver in (None, headless, bare):
        leave_at_once(driver, lambda: said.append("finished"), 0)
    assert said == []


def test_a_key_that_waits_among_what_was_pasted_and_clicked_is_found() -> None:
    waiting = SimpleNamespace(_waiting=[events.Paste("ctrl+l"), events.Key("a", "a"), events.Key("ctrl+l", None)])
    assert KeyApp.is_waiting(waiting, {"ctrl+l"})
    assert not KeyApp.is_waiting(waiting, {"ctrl+n"})
