"""What is imported later is there when it is used, and a module is found where Python finds it."""

import pkgutil
import subprocess
import sys
from importlib.machinery import PathFinder

import pytest

import advisory
from advisory.later import Near, later

PLACE = """
def double(number):
    return 2 * number
class Thing:
    size = 3
"""
USER = """
import unhurried
from unhurried import Thing, double
class Large(Thing):
    size = 5
"""
DEEP = """
from unhurried import Thing
class Deep(Thing):
    def depth(self):
        return super().size
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    (tmp_path / "unhurried.py").write_text(PLACE)
    (tmp_path / "its_user.py").write_text(USER)
    (tmp_path / "deep_user.py").write_text(DEEP)
    (tmp_path / "hasty_user.py").write_text(f"{USER}now = double(4)\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("unhurried", "its_user", "deep_user", "hasty_user"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("place")
def test_a_module_is_loaded_when_something_of_it_is_used():
    with later("unhurried"):
        import its_user  # type: ignore[import-not-found]
    assert "unhurried" not in sys.modules
    assert its_user.double(4) == 8
    assert "unhurried" in sys.modules
    assert (its_user.Thing.size, its_user.Thing().size, its_user.unhurried.Thing.size) == (3, 3, 3)


@pytest.mark.usefixtures("place")
def test_classes_derive_from_what_is_not_loaded_and_are_asked_for_as_any_other():
    with later("unhurried"):
        import its_user
    assert "unhurried" not in sys.modules
    with later("unhurried"):
        import deep_user  # type: ignore[import-not-found]
    large, deep = its_user.Large(), deep_user.Deep()
    assert (large.size, deep.depth()) == (5, 3)
    from unhurried import Thing  # type: ignore[import-not-found]

    assert isinstance(large, Thing)
    assert isinstance(large, its_user.Thing)
    assert not isinstance(4, its_user.Thing)
    assert isinstance(deep, Thing)
    assert issubclass(its_user.Large, its_user.Thing)
    assert not issubclass(int, its_user.Large)


@pytest.mark.usefixtures("place")
def test_what_is_used_at_once_is_loaded_at_once():
    with later("unhurried"):
        import hasty_user  # type: ignore[import-not-found]
    assert hasty_user.now == 8
    assert type(sys.modules["unhurried"]).__name__ == "module"


def test_each_module_is_found_where_python_finds_it():
    for folder, name in [
        (one.module_finder.path, one.name) for one in pkgutil.walk_packages(advisory.__path__, "advisory.")
    ]:
        near, usual = Near.find_spec(name, [folder]), PathFinder.find_spec(name, [folder])
        assert near is not None
        assert usual is not None
        assert (near.origin, near.cached) == (usual.origin, usual.cached)
        assert near.submodule_search_locations == usual.submodule_search_locations
    assert Near.find_spec("advisory.nothing", advisory.__path__) is None
    assert Near.find_spec("json.decoder", ["/"]) is None


def test_what_derives_from_what_is_not_loaded_works_in_the_program():
    """inspect derives from ast, and Textual's list of themes from its palette."""
    code = """
import advisory.tui, inspect, sys
from textual.theme import ThemeProvider
assert "textual.command" not in sys.modules
assert inspect.getsource(inspect.Signature).startswith("class Signature")
from textual.command import Provider
assert isinstance(ThemeProvider(None), Provider)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_the_hooks_of_others_come_first():
    assert sys.meta_path.index(Near) == sys.meta_path.index(PathFinder) - 1
