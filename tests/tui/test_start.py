"""What the program does before its first screen is drawn, and while nobody touches it: little, and counted here."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from advisory.tui import follower
from advisory.tui.running.key_app import AWAY_AFTER
from advisory.tui.running.warm_up import _WANTED

ROOT = Path(__file__).parents[2]
AT_MOST = 207
"""How many modules of ours may be loaded before the first screen is drawn. It was 243, and drawing took half as long again."""
NEVER = (
    "ssl", "pendulum", "click", "icalendar", "ast", "calendar", "platformdirs", "urllib.parse", "msgspec.inspect", "rich.table",
    "textual.canvas", "textual.command", "textual.markup", "textual.types", "textual.widgets._input", "textual.widgets._text_area",
    "advisory.casework", "advisory.cli", "advisory.demo", "advisory.exchange", "advisory.store.doctor", "advisory.store.disk.wrong_bit",
    "advisory.tui.dialogs", "advisory.tui.commands.base", "advisory.tui.widgets.boxes",
    "advisory.rules.capture", "advisory.rules.names.covering", "advisory.rules.days.day_words", "advisory.rules.learning.trend", "advisory.rules.log",
    "advisory.rules.pact.wording", "advisory.rules.season.next_step", "advisory.rules.tag",
)  # fmt: skip
"""What the first screen of a caseload in the middle of a term needs nothing of, with all that is in it."""
SCREENS = {
    "advisory.tui.screens",
    "advisory.tui.screens.base",
    "advisory.tui.screens.neutral",
    "advisory.tui.screens.today",
}
FILL = "import sys, pathlib; from tests.bench.school_years import fill_school_years as fill; fill(pathlib.Path(sys.argv[1]), 0)"
START = """
import advisory.later
import advisory.tui
import asyncio, json, sys
from pathlib import Path
from advisory.caseload.caseload import Caseload
from advisory.store import Store
from advisory.tui.app import AdvisoryApp
app = AdvisoryApp(Caseload(Store.open(Path(sys.argv[1]))))
found = {}
async def watch():
    await asyncio.sleep(0)  # tasks begin at once from Python 3.12 on
    await app._warming
    await asyncio.sleep(1)
    selector, count = asyncio.get_running_loop()._selector, 0
    select = selector.select
    def counted(timeout=None):
        nonlocal count
        count += timeout is None or timeout > 0
        return select(timeout)
    selector.select = counted
    await asyncio.sleep(2.1)
    found["waits"] = count
    app.exit()
def drawn():
    found["modules"] = list(sys.modules)
    app.watching = asyncio.create_task(watch())
app.once_drawn(drawn)
app.run(headless=True, size=(120, 40))
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The modules that are loaded when the first screen has been drawn, and how often the app waited in 2.1 s later on."""
    home = str(tmp_path_factory.mktemp("start") / "home")
    for code in (FILL, START):
        done = subprocess.run(
            [sys.executable, "-c", code, home], capture_output=True, text=True, timeout=120, check=False, cwd=ROOT
        )
        assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def loaded(started: dict[str, Any]) -> list[str]:
    """The modules that are loaded when the first screen has been drawn."""
    return started["modules"]


def test_nothing_wakes_the_program_but_looking_at_the_store(started: dict[str, Any]) -> None:
    assert started["waits"] <= 2 + 2.1 / follower.OFTEN


def test_nothing_is_loaded_before_the_first_screen_that_it_does_not_need(loaded: list[str]) -> None:
    assert [one for one in loaded if any(f"{one}.".startswith(f"{never}.") for never in NEVER)] == []
    screens = {".".join(one.split(".")[:4]) for one in loaded if one.startswith("advisory.tui.screens")}
    assert screens <= SCREENS
    ours = [one for one in loaded if one.startswith("advisory")]
    assert len(ours) <= AT_MOST, f"{len(ours)} modules of ours"


def test_what_is_loaded_ahead_is_loaded_later_and_exists(loaded: list[str]) -> None:
    assert not {one for one in _WANTED if one.startswith("advisory.tui.commands")} & set(loaded)
    found = subprocess.run(
        [sys.executable, "-c", f"import advisory.tui\nfor one in {_WANTED}: __import__(one)"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr


class _Loop:
    """Notes when a look is due."""

    def __init__(self) -> None:
        self.due: list[float] = []
        self.now = 0.0

    def time(self) -> float:
        return self.now

    def call_later(self, seconds: float, _look: object) -> None:
        self.due.append(seconds)


def test_the_store_is_looked_at_seldom_while_nobody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, shown = _Loop(), []
    monkeypatch.setattr(asyncio, "get_running_loop", lambda: loop)
    minute, wrote = [0], [False]
    caseload = SimpleNamespace(
        now=lambda: SimpleNamespace(replace=lambda **_: minute[0]), store=SimpleNamespace(refresh=lambda: wrote[0])
    )
    app = SimpleNamespace(touched_at=0.0, is_running=True, call_later=shown.append)
    one = follower.Follower(app, SimpleNamespace(caseload=caseload, clock=SimpleNamespace(left=None)))
    one.start()
    one._look()
    assert (loop.due, shown) == ([follower.OFTEN] * 2, [])
    minute[0] = 1
    one._look()
    assert len(shown) == 1
    loop.now = AWAY_AFTER + 1
    one._look()
    assert (loop.due[-1], len(shown)) == (follower.SELDOM, 1)
    wrote[0] = True
    one._look()
    assert len(shown) == 2
    app.touched_at = loop.now
    one._look()
    assert loop.due[-1] == follower.OFTEN
