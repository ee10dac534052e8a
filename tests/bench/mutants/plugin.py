"""The pytest plugin of `tests.bench.mutants`. What it does in a run is set by environment variables:

- MUTANTS_COLLECT: a file to write. Record which tests run which lines.
- MUTANTS_JUDGE and MUTANTS_VERDICTS: a file to read and one to write. Judge mutants of functions, one fork each.
- MUTANTS_RUN and MUTANTS_FAILED: likewise. Run the given tests in order and write down the first that fails.

It is a plugin (`-p tests.bench.mutants.plugin`), not a conftest, because coverage.py has to start before `advisory` is
imported.
"""

import json
import os
from pathlib import Path

import pytest

from tests.bench.mutants.collecting import Collecting
from tests.bench.mutants.forking import Forking, bound_memory

TOP = Path.cwd()


class Running:
    """Runs the given tests in the given order and writes down the first that fails."""

    def __init__(self, chosen: Path, failed: Path) -> None:
        self._order = {name: number for number, name in enumerate(json.loads(chosen.read_text(encoding="utf-8")))}
        self._failed = failed

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid]
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self._failed.exists():
            self._failed.write_text(report.nodeid)


def pytest_configure(config: pytest.Config) -> None:
    if collecting is not None:
        config.pluginmanager.register(collecting)
    elif "MUTANTS_JUDGE" in os.environ:
        config.pluginmanager.register(
            Forking(Path(os.environ["MUTANTS_JUDGE"]), Path(os.environ["MUTANTS_VERDICTS"])), "forking"
        )
    elif "MUTANTS_RUN" in os.environ:
        bound_memory()
        config.pluginmanager.register(Running(Path(os.environ["MUTANTS_RUN"]), Path(os.environ["MUTANTS_FAILED"])))


def pytest_sessionstart() -> None:
    import advisory

    found = Path(advisory.__file__).parent
    if found != TOP / "advisory":
        raise pytest.UsageError(f"the tests would run {found}, not the copy with the mutant")


collecting = Collecting(Path(os.environ["MUTANTS_COLLECT"])) if "MUTANTS_COLLECT" in os.environ else None
