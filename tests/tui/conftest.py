"""A caseload filled with the demo: made once for all tests of a worker, and copied for each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import textual._wait
import textual.screen
from app_case import caseload_in, copied
from record_case import NOW, TODAY

from advisory.casework.caseload import Caseload
from advisory.casework.fill_caseload import fill_caseload
from advisory.exchange.demo import demo_caseload
from advisory.store import Store
from advisory.tui import app, spare_time
from advisory.tui.style_sheets import ReadSheets

# What these tests cost is mostly waiting: Pilot takes the app to be idle after 20 ms without work, and the app draws
# every 16 ms. Both are quicker here, and the app still draws more often than Pilot looks.
textual._wait.SLEEP_GRANULARITY, textual._wait.SLEEP_IDLE = 0.006, 0.0006
textual.screen.UPDATE_PERIOD = 0.003
spare_time.QUIET = 0.01

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
