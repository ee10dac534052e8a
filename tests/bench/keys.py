"""How long the keys of Today and the log take with ten school years behind them, beside one term: `python -m tests.bench.keys`.

Key to paint, in an app without a terminal; the two take turns in one run, and a fresh app is opened for each round.
"""

import asyncio
import gc
import statistics
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from time import perf_counter

import textual.screen
from textual.app import App
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.store import Store
from advisory.tui.app import AdvisoryApp

from .sample import NOW, RARE, TODAY
from .school_years import fill_school_years

TERM, YEARS = "one term", "ten years"
PAST_YEARS = {TERM: 0, YEARS: 9}
ROUNDS = 15
BAR = 1.5
_PATIENCE = 5.0
textual.screen.UPDATE_PERIOD = 0.001  # the wait for the next frame is the same for both, and hides what differs


class Stopwatch:
    """Milliseconds from a key to the first paint at which something is so."""

    def __init__(self, app: App[None], pilot: Pilot[None]) -> None:
        self.app, self._pilot = app, pilot
        self._is_so: Callable[[], bool] = lambda: False
        self._painted = asyncio.Event()
        self._at = 0.0
        paint = app._display

        def painted(*arguments: object) -> None:
            paint(*arguments)
            if self._is_so() and not self._painted.is_set():
                self._at = perf_counter()
                self._painted.set()

        app._display = painted

    async def time(self, act: Callable[[], Awaitable[object]], is_so: Callable[[], bool]) -> float:
        """How long it took until it was painted."""
        await self._pilot.pause(0.005)
        self._is_so = is_so
        self._painted.clear()
        began = perf_counter()
        await act()
        await asyncio.wait_for(self._painted.wait(), _PATIENCE)
        self._is_so = lambda: False
        return (self._at - began) * 1000

    async def key(self, name: str, is_so: Callable[[], bool]) -> float:
        """The same for a key."""
        return await self.time(lambda: self._press(name), is_so)

    async def _press(self, name: str) -> None:
        from textual import events

        event = events.Key(name, name if len(name) == 1 else None)
        event.set_sender(self.app)
        self.app.post_message(event)


async def one_round(folder: Path) -> dict[str, float]:
    """Every step once, in an app of its own."""
    began = perf_counter()
    store = Store.open(folder)
    caseload = Caseload(store, today=lambda: TODAY, now=lambda: NOW)
    app = AdvisoryApp(caseload)
    app.animation_level = "none"
    taken: dict[str, float] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.screen.body.key:
            await pilot.pause(0.001)
        taken["open the folder, and Today"] = (perf_counter() - began) * 1000
        watch = Stopwatch(app, pilot)
        gc.collect()
        gc.freeze()  # as the program does once it is shown; otherwise a full collection hits one key or another
        await _today(app, watch, taken)

        def on(screen: str) -> Callable[[], bool]:
            return lambda: app.screen.id == screen and app.screen._drawn[:1] == (caseload.store.seq,)

        async def letters(text: str, name: str) -> None:
            await watch.key("slash", lambda: app.focused is not None and app.focused.id == "find")
            for at in range(1, len(text) + 1):
                sought = text[:at]
                taken[f"{name}, letter {at}"] = await watch.key(
                    text[at - 1], lambda s=sought: app.screen.query_text == s
                )
            taken[f"{name}, Esc"] = await watch.key("escape", lambda: app.screen.query_text == "")

        taken["open the log, first time"] = await watch.key("4", on("log"))
        await letters(RARE[:4], "find a word at once")
        await pilot.pause(1.0)
        await letters(RARE[:4], "find a word")
        await letters("maya", "find a name")
        await watch.key("home", lambda: True)
        taken["cursor down"] = await watch.key("down", lambda: app.screen.body.at == 2)
        await watch.key("2", on("caseload"))
        taken["open the log again"] = await watch.key("4", on("log"))
        await watch.key("2", on("caseload"))
        taken["save a note on the caseload"] = await watch.time(lambda: _save(app), lambda: True)
        taken["open the log after it"] = await watch.key("4", on("log"))
        await letters(RARE[:2], "find a word after it")
        taken["undo it in the log"] = await watch.key("u", lambda: "Undid" in app.screen.status_line.text)
    store.close()
    gc.unfreeze()
    return taken


async def _today(app: AdvisoryApp, watch: Stopwatch, taken: dict[str, float]) -> None:
    """The keys of a period, on the screen the program opens on."""

    def said(words: str) -> Callable[[], bool]:
        return lambda: words in app.screen.status_line.text

    first = app.screen.body.key
    taken["Today: cursor down"] = await watch.key("down", lambda: app.screen.body.key != first)
    taken["Today: n"] = await watch.key("n", said("Next"))
    taken["Today: a touch"] = await watch.key("space", said("undoes it"))
    taken["Today: not here"] = await watch.key("a", said("Not here"))
    taken["Today: undo"] = await watch.key("u", said("Undid"))
    taken["Today: c"] = await watch.key(
        "c", lambda: app.screen.notes.line is not None and app.screen.notes.line.is_open
    )
    area = app.screen.notes.line.area
    taken["Today: a letter of a note"] = await watch.key("A", lambda: area.text == "A")
    taken["Today: Enter to Saved"] = await watch.key("enter", said("Saved"))
    taken["Today: +"] = await watch.key("plus", lambda: app.screen.notes.line.is_open)
    taken["Today: a letter of a name"] = await watch.key("m", lambda: area.text == "m")
    await watch.key("escape", said("Not saved yet"))
    taken["the card"] = await watch.key("enter", lambda: app.screen.id == "card")
    await watch.key("escape", lambda: app.screen.id == "today")
    taken["the caseload, first time"] = await watch.key("2", lambda: app.screen.id == "caseload")
    await watch.key("home", lambda: True)  # the highlight has come along from Today
    row = app.screen.body.key
    taken["Caseload: cursor down"] = await watch.key("down", lambda: app.screen.body.key != row)
    taken["Caseload: by longest wait"] = await watch.key("full_stop", said("Longest"))
    taken["the board, first time"] = await watch.key("3", lambda: app.screen.id == "board")
    await watch.key("home", lambda: True)
    card = app.screen.body.key
    taken["Board: cursor down"] = await watch.key("down", lambda: app.screen.body.key != card)
    await watch.key("1", lambda: app.screen.id == "today")
    taken["Today: the last note"] = await watch.key("L", said("Shown until"))
    await _time(app, watch, taken)


async def _time(app: AdvisoryApp, watch: Stopwatch, taken: dict[str, float]) -> None:
    """The keys of the time screen."""

    def is_drawn() -> bool:
        return app.screen.id == "time" and bool(app.screen.body.key)

    taken["the time, first time"] = await watch.key("Q", is_drawn)
    quietest = app.screen.body.key
    taken["the time: cursor down"] = await watch.key("down", lambda: app.screen.body.key != quietest)
    await watch.key("escape", lambda: app.screen.id == "today")
    taken["the time again"] = await watch.key("Q", is_drawn)
    await watch.key("escape", lambda: app.screen.id == "today")


async def _save(app: AdvisoryApp) -> None:
    record_check_in(app.desk.caseload, app.desk.caseload.students[3].id, "Brought the lab notes")
    app.screen.redraw()


def measure(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Size → step → the times it took."""
    found: dict[str, dict[str, list[float]]] = {size: {} for size in PAST_YEARS}
    chance = Random(1)
    with tempfile.TemporaryDirectory() as home:
        for number in range(rounds + 1):
            for size in chance.sample(sorted(PAST_YEARS), len(PAST_YEARS)):
                folder = Path(home, f"{size} {number}")
                fill_school_years(folder, PAST_YEARS[size])
                for step, time in asyncio.run(one_round(folder)).items():
                    if number:
                        found[size].setdefault(step, []).append(time)
    return found


def main() -> None:
    """Print the table as Markdown."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found = measure(rounds)
    sys.stdout.write(
        f"| key to paint, median ms of {rounds} | {TERM} | {YEARS} | ratio | ≤ {BAR} |\n|---|---|---|---|---|\n"
    )
    for step, times in found[TERM].items():
        ours, theirs = statistics.median(found[YEARS][step]), statistics.median(times)
        ratio = ours / theirs
        sys.stdout.write(
            f"| {step} | {theirs:.1f} | {ours:.1f} | {ratio:.2f} | {'yes' if ratio <= BAR else '**no**'} |\n"
        )


if __name__ == "__main__":
    main()
