"""Record which tests run which lines of `advisory`, how long each test takes, and which tests start another process."""

import functools
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

TOP = Path.cwd()
_STARTS_A_PROCESS = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.system", "os.exec"}


class Collecting:
    """Records for each test the lines it runs, its duration, and whether it starts another process."""

    def __init__(self, target: Path) -> None:
        from coverage import Coverage

        self._target = target
        self._test = ""
        self._shared: dict[str, list[str]] = {}
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._failed: set[str] = set()
        self._starting: set[str] = set()
        self._caches: list[Callable[[], None]] = []
        self._coverage = Coverage(data_file=None, source=[str(TOP / "advisory")], messages=False)
        self._coverage.set_option(
            "run:disable_warnings", ["no-data-collected", "module-not-imported", "dynamic-conflict"]
        )
        self._coverage.start()
        sys.addaudithook(self._hear)
        self._empty_caches_between_tests()

    def _hear(self, event: str, _: tuple[object, ...]) -> None:
        if event in _STARTS_A_PROCESS:
            self._starting.add(self._test)

    def _empty_caches_between_tests(self) -> None:
        """Clear lru_caches before each test, or only the first caller would be seen to run the function."""
        plain = functools.lru_cache

        def noted(*args: Any, **options: Any) -> Any:
            made = plain(*args, **options)
            if hasattr(made, "cache_clear"):
                return self._noted(made)
            return lambda function: self._noted(made(function))

        functools.lru_cache = noted

    def _noted(self, cached: Any) -> Any:
        if str(getattr(cached, "__module__", "")).startswith("advisory"):
            self._caches.append(cached.cache_clear)
        return cached

    def _switch(self, name: str) -> None:
        self._test = name
        self._coverage.switch_context(name)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        fixtures = getattr(item, "_fixtureinfo", None)
        definitions = [one for several in fixtures.name2fixturedefs.values() for one in several] if fixtures else []
        self._shared[item.nodeid] = [_name(one) for one in definitions if one.scope != "function"]
        for clear in self._caches:
            clear()
        self._switch(item.nodeid)
        try:
            return (yield)
        finally:
            self._switch("")

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[None]:
        """A shared fixture runs once; its lines count for every test that uses it."""
        if fixturedef.scope == "function":
            return (yield)
        test = self._test
        self._switch(_name(fixturedef))
        try:
            return (yield)
        finally:
            self._switch(test)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] += report.duration
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        self._coverage.stop()
        data = self._coverage.get_data()
        number_of: dict[str, int] = {}
        place_of: dict[tuple[int, ...], int] = {}

        def place(names: list[str]) -> int:
            """The number of a group of tests. Many lines are run by the same group, so each is stored once."""
            known = [name for name in names if name in self._seconds or not name or name.startswith("fixture ")]
            group = tuple(sorted(number_of.setdefault(name, len(number_of)) for name in known))
            return place_of.setdefault(group, len(place_of))

        lines = {
            Path(file).relative_to(TOP).as_posix(): {
                number: place(names) for number, names in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        found = {
            "seconds": self._seconds,
            "shared": self._shared,
            "failed": sorted(self._failed),
            "starting": sorted(self._starting),
            "names": [*number_of],
            "groups": [*place_of],
            "lines": lines,
        }
        self._target.write_text(json.dumps(found))


def _name(fixturedef: Any) -> str:
    return f"fixture {fixturedef.baseid}::{fixturedef.argname}"
