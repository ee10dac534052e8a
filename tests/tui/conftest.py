"""A caseload filled with the demo: made once for all tests of a worker, and copied for each."""

import re
import time
from collections.abc import Iterator
from inspect import iscoroutinefunction
from pathlib import Path
from typing import TypeGuard
from zlib import crc32

import pytest
import textual._wait
import textual.screen
from app_case import caseload_in, copied
from bare_case import Bare, without_app
from record_case import NOW, TODAY
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.screen import Screen

from advisory.caseload.caseload import Caseload
from advisory.casework.fill_caseload import fill_caseload
from advisory.demo import demo_caseload
from advisory.store import Store
from advisory.tui import app
from advisory.tui.running import spare_time
from advisory.tui.screens.base import case_screen
from advisory.tui.style.sheets import ReadSheets

HERE = Path(__file__).parent
_SIZE = re.compile(r"\d+x\d+|\(\d+, \d+\)|size\d+")
"""How the size of the screen stands in the name of a test."""

# Where a test waits as Pilot does, Pilot takes the app to be idle after 20 ms without work; and the app draws every 16 ms.
# Both are quicker here, and the app still draws more often than Pilot looks.
textual._wait.SLEEP_GRANULARITY, textual._wait.SLEEP_IDLE = 0.006, 0.0006
textual.screen.UPDATE_PERIOD = 0.003
spare_time.QUIET = 0.01
case_screen.READY_AFTER = 30.0  # the note line is made when a test begins a note; in a terminal it is there before

# Without a terminal nobody sees what is painted at each change: it is drawn when a test looks. That is a third of the
# time; that it is painted as well is for the tests in a terminal.
_painted = Compositor.render_update


def _unpainted(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen] | None = None, simplify: bool = False
) -> object:
    if full:  # a picture is taken
        return _painted(compositor, full, screen_stack, simplify)
    visible_screen_stack.set(screen_stack or [])
    compositor._dirty_regions.clear()
    return None


Compositor.render_update = _unpainted


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint at each change after all."""
    monkeypatch.setattr(Compositor, "render_update", _painted)


_rules: dict[tuple[tuple[str, str], ...], dict] = {}


class SharedSheets(ReadSheets):
    """Reads each sheet once for all the apps of a worker, which takes a third of opening one."""

    def __init__(self, *, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._parse_cache = _rules.setdefault(tuple(sorted(variables.items())), {})

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._variables:
            self._parse_cache = {}  # not for the others
        super().set_variables(variables)


app.ReadSheets = SharedSheets


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "home"
    store = Store.open(folder)
    fill_caseload(caseload_in(store), demo_caseload(TODAY, NOW).entries)
    store.close()
    return folder


@pytest.fixture
def demo(demo_folder: Path, tmp_path: Path) -> Iterator[Caseload]:
    yield from copied(demo_folder, tmp_path)


def _opens_the_app(item: pytest.Item) -> TypeGuard[pytest.Function]:
    return (
        isinstance(item, pytest.Function)
        and item.path.is_relative_to(HERE)
        and iscoroutinefunction(item.function)
        and "snap_compare" not in item.fixturenames
        and not any(item.iter_markers("slow"))
        and not any(item.iter_markers("proof"))
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Opening the app is most of what a test of the screens costs, so of three variants of a test or more one is run.

    Which one depends on its name, so that the tests spread over the screens. Where only the size differs, it is the
    smallest. `-m every` runs the others. Pictures are all taken: they differ where nothing else would tell.
    """
    variants_of: dict[tuple[Path, str], list[pytest.Function]] = {}
    for item in items:
        if _opens_the_app(item) and hasattr(item, "callspec"):
            variants_of.setdefault((item.path, item.originalname), []).append(item)
    for variants in variants_of.values():
        unmarked = [item for item in variants if not item.get_closest_marker("every")]
        if len({_SIZE.sub("", item.callspec.id) for item in variants}) == 1:
            kept = next(iter(unmarked), None)
        elif len(variants) > 2:  # of two, both: they are often yes and no
            kept = min(unmarked, key=lambda item: crc32(item.name.encode()), default=None)
        else:
            continue
        for item in variants:
            if item is not kept:
                item.add_marker(pytest.mark.every)


@pytest.fixture(autouse=True)
def begun(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Today as it is once the lines that say how to begin were put away, but in the tests of these lines."""
    if "test_begin" not in request.node.nodeid:
        monkeypatch.setattr("advisory.tui.screens.today.page.begin_lines", lambda _desk: {})


@pytest.fixture(autouse=True)
def told_in_one_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is compared with `told/` has its hours as they are in London in winter, wherever the tests run."""
    if "/test_told_" not in request.node.nodeid or not hasattr(time, "tzset"):
        yield
        return
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> type[Bare]:
    """Widgets that no app draws: given one, its width and its height."""
    without_app(monkeypatch)
    return Bare
