"""Who loads what, as a fresh interpreter sees it: import-linter reads the imports, this runs them."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from each_row import each_row

import advisory

ROOMS = ("model", "rules", "store", "caseload", "casework", "demo", "exchange", "settings", "cli", "tui")
MAY_LOAD = {
    "model": set(),
    "rules": {"model"},
    "store": {"model"},
    "caseload": {"model", "rules", "store"},
    "casework": {"model", "rules", "store", "caseload"},
    "demo": {"model", "rules"},
    "exchange": {"model", "rules"},
    "settings": {"model"},
    "cli": {"model", "rules", "store", "caseload", "casework", "demo", "exchange", "settings", "streams"},
    "tui": {"model", "rules", "store", "caseload", "casework", "exchange", "settings", "streams", "later"},
}
_LOAD_ALL = """
import importlib, pkgutil, sys
room = importlib.import_module("advisory." + sys.argv[1])
for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
    importlib.import_module(module.name)
print(*sorted(sys.modules))
"""
_LOAD_FACE = "import sys, advisory.{room}; print(*sorted(sys.modules))"


def _modules(*command: str) -> set[str]:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@cache
def loaded_by(room: str) -> set[str]:
    """What is loaded once every module of a room is."""
    return _modules("-c", _LOAD_ALL, room)


@each_row("room", ROOMS)
def test_a_room_loads_only_the_rooms_it_may_know(room):
    others = {name.split(".")[1] for name in loaded_by(room) if name.startswith("advisory.")} - {room}
    assert others <= MAY_LOAD[room]


@each_row("room", ROOMS)
def test_only_the_tui_loads_textual(room):
    assert bool(loaded_by(room) & {"textual", "rich"}) == (room == "tui")


@each_row("room", ROOMS)
def test_tinydb_is_loaded_by_the_store_and_those_who_use_it(room):
    assert ("tinydb" in loaded_by(room)) == (room in {"store", "caseload", "casework", "cli", "tui"})


@each_row("room", ROOMS)
def test_only_the_command_line_loads_click(room):
    assert ("click" in loaded_by(room)) == (room == "cli")


@each_row("room", [room for room in ROOMS if room != "tui"])
def test_no_room_of_ours_loads_a_network(room):
    assert loaded_by(room).isdisjoint({"socket", "ssl", "http", "http.client", "urllib.request", "asyncio"})


@each_row("room", ROOMS)
def test_pendulum_is_loaded_only_when_it_is_used(room):
    assert "pendulum" not in loaded_by(room)


def test_importing_the_package_costs_nothing():
    bare = _modules("-c", "import sys; print(*sorted(sys.modules))")
    assert _modules("-c", "import sys, advisory; print(*sorted(sys.modules))") - bare == {"advisory"}


def test_the_command_line_loads_no_command_before_it_is_called():
    loaded = {name for name in _modules("-c", _LOAD_FACE.format(room="cli")) if name.startswith("advisory.cli.")}
    assert {name for name in loaded if not name.startswith("advisory.cli.base")} == {"advisory.cli.main"}


def test_the_door_loads_nothing_until_it_is_opened():
    loaded = _modules("-c", "import sys, advisory.__main__; print(*sorted(sys.modules))")
    assert {name for name in loaded if name.startswith("advisory")} == {"advisory", "advisory.__main__"}


MANY_FILES = ("cli", "demo/stories")
"""Folders, with those inside them, whose files are a list by themselves: a command each, a student's story each."""


def test_a_folder_holds_at_most_twenty_files():
    """More than that is more than one subject: cut it by what a newcomer would guess, and say in `__init__.py` what lives where."""
    package = Path(advisory.__file__).parent
    counts = Counter(path.parent.relative_to(package).as_posix() for path in package.rglob("*.py"))
    full = {one: count for one, count in counts.items() if count > 20}
    assert {
        one: count for one, count in full.items() if not f"{one}/".startswith(tuple(f"{many}/" for many in MANY_FILES))
    } == {}


LONG_FILES = {"model/words.py", "tui/commands/registry.py"}
"""A list of words and a table of commands."""


def test_a_file_has_at_most_three_hundred_lines():
    package = Path(advisory.__file__).parent
    lines = {one.relative_to(package).as_posix(): one.read_bytes().count(b"\n") for one in package.rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > 300 and name not in LONG_FILES} == {}


_OUTLETS = re.compile(r"click\.(?:secho|echo)\b|sys\.(?:__)?std(?:out|err)(?:__)?\.(?:write|buffer)|(?<![\w.])print\(")


def test_one_module_writes_to_the_terminal():
    """So that nothing gets there but what `streams.plain` leaves. The child that reads a workbook writes into a pipe."""
    package = Path(advisory.__file__).parent
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if _OUTLETS.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"streams.py", "exchange/workbook/apart.py"}


def test_the_top_of_the_repository_is_what_was_agreed():
    """A file that a test or a slip left there was committed once; its name was an escape sequence."""
    top = Path(__file__).parents[1]
    git = shutil.which("git")
    if git is None or not (top / ".git").exists():
        pytest.skip("no repository here, so nothing tells what belongs to it")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=top, capture_output=True, check=True, timeout=60).stdout
    first = {path.split("/")[0] for path in listed.decode(errors="replace").split("\0") if path}
    assert {name for name in first if not name.startswith(".")} == {
        "advisory", "styles", "tests", "pyproject.toml", "README.md", "LICENSE"
    }  # fmt: skip


def test_no_two_files_of_tests_share_a_name():
    """Their folders are no packages: of two modules with one name, whichever is imported first is both."""
    names = sorted(path.name for path in Path(__file__).parent.rglob("*.py"))
    twice = [one for one, other in pairwise(names) if one == other]
    assert {*twice} <= {"__init__.py", "__main__.py", "conftest.py"}
