"""How keys take their turns, how long is waited, and how the program ends, without an app or a terminal; compared with `told/`."""

import sys
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from textual import events
from textual.driver import Driver
from told_case import compare

from advisory.tui.key_place import PlacedKey
from advisory.tui.running import already_typed, key_app, leaving, patience, spare_time, warm_up
from advisory.tui.running.key_app import AWAY_AFTER, KeyApp


class Keyed(KeyApp):
    """An app that tells what a key makes it do."""

    focused: Any = None
    screen_stack: Any = ()
    screen: Any = SimpleNamespace(active_bindings={"ж": 1}, is_mounted=True)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def say_foreign(self, letter: str) -> None:
        self.told.append(f"    foreign {letter}")

    def come_back(self) -> None:
        self.told.append("    comes back")

    def show_notices(self) -> None:
        self.told.append("    notices")


async def test_how_a_key_is_read_and_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Keyed()
    keys = [key_event("c"), key_event("ж"), key_event("с"), PlacedKey("с", "с", "c", "c"), PlacedKey("ж", "ж", "x", "x"), PlacedKey("é", "é", "2", "2")]  # fmt: skip
    for takes in (None, False, True):
        app.focused = (
            None if takes is None else SimpleNamespace(check_consume_key=lambda _key, _character, takes=takes: takes)
        )
        for key in keys:
            read = app._as_read(key)
            app.told.append(
                f"{takes} {type(key).__name__} {key.key}: {type(read).__name__} {read.key} {read.character}"
            )

    async def passes(_self: object, event: events.Event) -> None:
        app.told.append(f"    passed on: {type(event).__name__}")

    monkeypatch.setattr(KeyApp.__mro__[1], "on_event", passes)
    now = 1000.0
    monkeypatch.setattr(key_app, "loop_time", lambda: now)
    forwarded = key_event("x")
    forwarded._set_forwarded()
    paste, scroll = events.Paste("text"), events.MouseScrollDown(None, 0, 0, 0, 0, 0, False, False, False)
    for app.is_drawn in (False, True):
        for touched in (now, now - AWAY_AFTER, now - AWAY_AFTER - 1):
            for event in (key_event("c"), forwarded, paste, scroll, events.Blur()):
                app.touched_at = touched
                app._has_come.clear()
                app._waiting.clear()
                app.told.append(
                    f"{type(event).__name__} after {now - touched} s, drawn {app.is_drawn}, idle {app.is_idle}"
                )
                await app.on_event(event)
                app.told.append(
                    f"    waiting {len(app._waiting)} come {app._has_come.is_set()} touched {now - app.touched_at} idle {app.is_idle}"
                )
    app._waiting.extend([paste, key_event("c")])
    app.told.append(f"{[app.is_waiting(some) for some in ((), ('c',), ('x',), ('x', 'c'))]}")
    app._waiting.clear()
    for app._is_taking in (False, True):
        app.told.append(f"idle {app.is_idle}")
    for stack in (
        (),
        (SimpleNamespace(),),
        (SimpleNamespace(is_busy=True), SimpleNamespace(is_busy=False)),
        (SimpleNamespace(is_busy=False),),
    ):
        app.screen_stack = stack
        app.told.append(f"busy {app._is_busy}")
    compare(app.told, "turns_keys")


async def test_how_the_first_screen_is_drawn_and_a_key_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: C901 - stand-ins
    app = Keyed()
    changes: list[bool] = []

    async def until(is_so: Any, _patience: float = 0) -> None:
        app.told.append(f"    until {is_so()}")

    async def turns(pumps: list[Any]) -> None:
        app.told.append(f"    turns of {len(pumps)}")

    async def drawn(screen: Any) -> None:
        app.told.append(f"    drawn {screen.name}")

    def fails(_what: object) -> None:
        raise ValueError("no")

    for name, does in (
        ("until", until), ("take_turns", turns), ("drawn", drawn), ("draw_now", lambda screen: app.told.append(f"    draws {screen.name}")),
        ("lay_out", lambda screen: (app.told.append(f"    lays out {screen.name}"), changes.pop(0))[1]), ("crash", lambda _app, error: app.told.append(f"    crashes: {error}")),
    ):  # fmt: skip
        monkeypatch.setattr(key_app, name, does)
    screen = SimpleNamespace(name="first", is_mounted=True, walk_children=lambda: [1, 2], ancestors_with_self=[1, 2, 3])
    for stack, made in (((), []), ((screen,), [False]), ((screen,), [True, False]), ((screen,), [True] * 9)):
        app.screen_stack, app.screen, app.is_drawn, app._is_whole = stack, screen, False, False
        changes[:] = made
        app._undrawn = nullcontext()
        app.once_drawn(lambda: app.told.append("    called back"))
        app.told.append(f"{len(stack)} screens, {made}")
        await app._draw_first()
        app.told.append(
            f"    {len(changes)} left, whole {app._is_whole}, drawn {app.is_drawn}, to call {len(app._once_drawn)}"
        )
    other = SimpleNamespace(name="other", is_mounted=True, active_bindings={}, ancestors_with_self=[1])
    screen.active_bindings = {}
    does: list[Any] = []

    async def passes(_self: object, event: events.Event) -> None:
        app.told.append(f"    {type(event).__name__} {getattr(event, 'key', '')}")
        does.pop(0)()

    monkeypatch.setattr(KeyApp.__mro__[1], "on_event", passes)
    for what, done in (
        ("nothing", lambda: None),
        ("opens", lambda: setattr(app, "screen", other)),
        ("fails", lambda: fails(None)),
    ):
        for event in (key_event("c"), events.Paste("x")):
            for mounted in (True, False):
                app.screen = screen
                screen.is_mounted = mounted
                does[:] = [done]
                app.told.append(f"{what} {mounted}")
                await app._take(event)
    app.screen, screen.is_mounted = screen, True
    app.focused = SimpleNamespace(ancestors_with_self=[1, 2, 3, 4, 5], check_consume_key=lambda *_given: True)
    does[:] = [lambda: None]
    await app._take(key_event("c"))
    monkeypatch.setattr(key_app, "draw_now", fails)
    app._draw_the_rest()
    compare(app.told, "turns_drawn")


async def test_how_long_is_waited(monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: C901 - stand-ins
    told: list[str] = []

    def pump(name: str, *, runs: bool = True, queues: bool = True, calls: bool = True) -> Any:
        def later(done: Any) -> bool:
            told.append(f"    {name} is asked")
            if queues and calls:
                done()
            return queues

        return SimpleNamespace(is_running=runs, call_later=later, call_after_refresh=later)

    monkeypatch.setattr(patience, "PATIENCE", 0.001)
    kinds = {"fine": {}, "stopped": {"runs": False}, "closing": {"queues": False}, "stuck": {"calls": False}}
    for first, how in kinds.items():
        for second in ("fine", "stopped"):
            pumps = [pump(first, **how), pump(second, **kinds[second])]
            for wait in (patience.take_turns, patience.all_turns):
                told.append(f"{wait.__name__} of {first} and {second}")
                await wait(pumps)
        told.append(f"drawn {first}")
        await patience.drawn(pumps[0])
    asked: list[int] = []
    for most in (0, 1, 3):
        asked.clear()
        await patience.until(lambda most=most: asked.append(1) or len(asked) > most, 9)
        told.append(f"until {most}: {len(asked)} times")
    asked.clear()
    await patience.until(lambda: asked.append(1), 0)
    told.append(f"no longer: {len(asked)} times")
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr(already_typed.asyncio, "sleep", sleep)
    for typed in ((), (1,), (0, 1), (0, 0, 1), (1,) * 99):
        left = [*typed]
        monkeypatch.setattr(
            already_typed.select, "select", lambda *_given, left=left: ([1] if left and left.pop(0) else [], [], [])
        )
        waits.clear()
        await already_typed.already_read(SimpleNamespace(fileno=7))
        told.append(f"typed {typed[:5]}: {len(waits)} times {set(waits)}")
    for driver in (None, SimpleNamespace(), SimpleNamespace(fileno=None)):
        waits.clear()
        await already_typed.already_read(driver)
        told.append(f"no terminal: {len(waits)}")
    compare(told, "turns_waits")


async def test_what_is_done_in_spare_time(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    at = [100.0]

    async def sleep(seconds: float) -> None:
        told.append(f"    waits {seconds:.4f}")
        at[0] += seconds

    monkeypatch.setattr(spare_time.asyncio, "sleep", sleep)
    monkeypatch.setattr(spare_time, "loop_time", lambda: at[0])
    monkeypatch.setattr(spare_time, "QUIET", 0.1)

    def steps() -> Any:
        for number in range(5):
            told.append(f"    step {number}")
            at[0] += spare_time.SLICE / 2
            yield number

    for touched in (0.0, 99.95, 99.9, 100.0):
        at[0] = 100.0
        told.append(f"touched {touched}")
        await spare_time.in_spare_time(SimpleNamespace(touched_at=touched), steps())
    loaded: list[str] = []
    monkeypatch.setattr(warm_up, "import_module", loaded.append)
    assert [*warm_up.warm_up()] == loaded == [*warm_up._WANTED]
    compare(told, "turns_spare")


class Terminal:
    """A driver that tells what becomes of the terminal."""

    def __init__(self, told: list[str], *, headless: bool = False, thread: bool = True, closed: bool = False) -> None:
        self.told, self.is_headless, self.closed = told, headless, closed
        if thread:
            self._key_thread = object()

    def stop_application_mode(self) -> None:
        self.told.append("    the terminal is restored")
        if self.closed:
            raise OSError

    def close(self) -> None:
        self.told.append("    the driver is closed")


def test_how_the_program_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    class Ended(Exception):  # noqa: N818 - it ends the process
        """Instead of the end of the process."""

    def end(code: int) -> None:
        told.append(f"    ends with {code}")
        raise Ended

    def stream(name: str, *, broken: bool = False) -> Any:
        def flush() -> None:
            told.append(f"    {name} flushed")
            if broken:
                raise OSError

        return SimpleNamespace(flush=flush)

    monkeypatch.setattr(leaving.os, "_exit", end)

    def finish() -> None:
        told.append(
            f"    finishes on {[name for name in ('own', 'kept') if sys.stdout is streams[name]]} {[name for name in ('own', 'kept') if sys.stderr is streams[name]]}"
        )

    drivers: tuple[dict[str, Any], ...] = ({}, {"headless": True}, {"thread": False}, {"closed": True})
    for named in (None, *drivers):
        driver: Driver | None = None if named is None else Terminal(told, **named)  # type: ignore[assignment]
        for has_own in (True, False):
            streams = {"own": stream("own", broken=named == {"closed": True}), "kept": stream("kept")}
            told.append(f"{named} {has_own}")
            with monkeypatch.context() as patch:
                patch.setattr(sys, "stdout", streams["kept"])
                patch.setattr(sys, "stderr", streams["kept"])
                patch.setattr(sys, "__stdout__", streams["own"] if has_own else None)
                patch.setattr(sys, "__stderr__", streams["own"] if has_own else None)
                if named and named.get("thread", True) and driver is not None:
                    driver._key_thread = object()  # type: ignore[attr-defined]
                try:
                    leaving.leave_at_once(driver, finish, 3)
                except Ended:
                    told.append("    ended")
    compare(told, "turns_ends")
