"""What tests of several rooms use: a caseload on real files, told as of one Monday, and students made up on the spot.

And what the proofs of the store take from the command line, and where their figures are shown.
"""

import contextlib
import gc
import importlib
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from examples import some
from hypothesis import HealthCheck, settings
from record_case import TODAY, make, ticking

from advisory.caseload.caseload import Caseload
from advisory.model import Student
from advisory.model.day_order import choose_day_order
from advisory.store import Store

FIGURES = "figures"
OF_ONE_USER = (
    "ADVISORY_HOME",
    "COLORTERM",
    "COLUMNS",
    "EDITOR",
    "FORCE_COLOR",
    "LINES",
    "NO_COLOR",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "VISUAL",
)
"""What somebody may have chosen for themselves, which no test may depend on."""
for _name in OF_ONE_USER:
    os.environ.pop(_name, None)
sys.dont_write_bytecode = False  # nor compile tests and program again for each worker and each program it starts
os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
os.environ["XDG_STATE_HOME"] = os.path.join(tempfile.gettempdir(), "advisory-tests")  # noqa: PTH118 - reports of crashes

IN_MEMORY, ROOMY = Path("/dev/shm"), 2**30
"""Where Linux keeps files without a disk, and how many bytes have to be free: writing safely waits for the disk each time."""
if IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOMY:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))

_ON_ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=some(100))
settings.register_profile("the same examples", _ON_ANY_MACHINE, derandomize=True)
settings.register_profile("new examples", _ON_ANY_MACHINE)
# An example that nobody has tried yet is looked for on purpose, not while somebody lands a change that has nothing to do with it.
settings.load_profile("new examples" if os.environ.get("ADVISORY_NEW_EXAMPLES") else "the same examples")

TOP = Path(__file__).parents[1]


def _at_the_top() -> set[str]:
    """What lies in the repository's own folder, but for the dot-files that tools keep there."""
    return {one.name for one in TOP.iterdir() if not one.name.startswith(".")}


@pytest.fixture(scope="session", autouse=True)
def nothing_left_at_the_top() -> Iterator[None]:
    """A test writes into `tmp_path`. One that wrote where it was started would have its file committed some day."""
    before = _at_the_top()
    yield
    left = _at_the_top() - before
    assert not left, f"a test left {sorted(left)} in {TOP.name}"


@pytest.fixture(autouse=True)
def month_first() -> Iterator[None]:
    """The order in which days are shown belongs to the process; no test hands its own on to the next."""
    choose_day_order(day_first=False)
    yield
    choose_day_order(day_first=False)


@pytest.fixture
def caseload(tmp_path: Path) -> Iterator[Caseload]:
    store = Store.open(tmp_path / "home")
    yield Caseload(store, today=lambda: TODAY, now=ticking())
    store.close()


@pytest.fixture(scope="session")
def student() -> Callable[..., Student]:
    """A student that no store holds: `student("Maya", "Okafor", 3, grade="10")`."""

    def one(given_name: str = "Maya", family_name: str = "Okafor", number: int = 1, **fields: object) -> Student:
        return make(Student, number, given_name=given_name, family_name=family_name, **fields)

    return one


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Let each worker import the tests in an order of its own, so that in a fresh clone it compiles a share of them.

    In the same order, each would compile them all, which takes longer than importing them. Only the order differs.
    """
    config = session.config
    worker = getattr(config, "workerinput", None)
    if worker is None and config.pluginmanager.hasplugin("dsession"):
        return  # the workers collect
    gc.disable()  # until `pytest_collection_finish`: nothing that is collected goes away
    if worker is None or config.args != config.getini("testpaths"):
        return
    files = sorted((TOP / "tests").rglob("test_*.py"))
    begin = len(files) * int(worker["workerid"].removeprefix("gw")) // worker["workercount"]
    sys.path[:0] = sorted({str(file.parent) for file in files} - {*sys.path})
    for file in files[begin:] + files[:begin]:
        with contextlib.suppress(Exception, pytest.skip.Exception, pytest.fail.Exception):  # told when collected
            importlib.import_module(file.stem)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: the garbage collector need not look through it again."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 100)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--kills", type=int, default=2000, help="how often `pytest -m proof` kills a program (2000)")


@pytest.fixture
def figures(  # never run: for the proofs, which are no part of the suite
    record_property: Callable[[str, object], None],
) -> Callable[[str, Mapping[str, int]], None]:
    """Say what a proof counted, as a name and numbers; all pieces of one name are shown as one line."""

    def say(name: str, counts: Mapping[str, int]) -> None:
        record_property(FIGURES, (name, dict(counts)))

    return say


def pytest_terminal_summary(  # never run: likewise, but for its first line
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    if config.getoption("markexpr") != "proof":
        return
    totals: dict[str, Counter[str]] = {}
    for report in (*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")):
        for key, value in report.user_properties:
            if key == FIGURES:
                name, counts = value
                totals.setdefault(name, Counter()).update(counts)
    terminalreporter.section("What was proven")
    for name, counts in sorted(totals.items()):
        terminalreporter.line(f"{name}: " + " · ".join(f"{what} {count:,}" for what, count in counts.items()))
