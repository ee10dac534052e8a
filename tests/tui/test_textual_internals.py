"""Each private attribute of Textual that the program uses exists, is listed in one module, and is used only there."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import textual
from private_names import PRIVATE_NAMES, PrivateName
from textual.dom import DOMNode

import advisory.tui
from advisory.tui import textual_start

ROOM = Path(advisory.tui.__file__).parent
KNOWING = {
    "textual_compositor.py",
    "textual_internals.py",
    "textual_layout.py",
    "textual_messages.py",
    "textual_start.py",
}
MADE_BY_TEXTUAL = {"_abc_impl"}


def is_there(one: PrivateName) -> bool:
    """Whether the class or module has the name, or its source gives it to its objects or asks for it."""
    return hasattr(one.owner, one.name) or any(
        asked in _source(one.owner) for asked in (f"self.{one.name}", f'"{one.name}"')
    )


@cache
def _source(owner: object) -> str:
    return inspect.getsource(owner)


def test_textual_still_has_every_private_name_that_is_used():
    gone = [f"{one.owner.__name__}.{one.name}, without which: {one.why}" for one in PRIVATE_NAMES if not is_there(one)]
    assert not gone, f"Textual {textual.__version__} has no longer {'; '.join(gone)}"


def test_a_name_that_is_gone_would_be_found():
    assert not is_there(PrivateName(PRIVATE_NAMES[0].owner, "_css_update_counter", "it is planted"))


def test_each_name_of_the_list_is_used():
    nodes = [one for name in KNOWING for one in ast.walk(_tree(ROOM / name))]
    used = {one.attr for one in nodes if isinstance(one, ast.Attribute)}
    used |= {one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str)}
    defined = {one.name for one in nodes if isinstance(one, ast.FunctionDef)}
    assert {one.name for one in PRIVATE_NAMES} <= used | defined


def test_each_private_name_that_is_used_is_in_the_list():
    ours = {name for path in ROOM.rglob("*.py") for name in _defined(_tree(path))}
    used = set()
    for one in (node for name in KNOWING for node in ast.walk(_tree(ROOM / name))):
        match one:
            case ast.Attribute(attr=name) | ast.Constant(value=str(name)) if name.isidentifier() and _is_private(name):
                used.add(name)
    assert used - ours - {one.name for one in PRIVATE_NAMES} == {"_callback", "_compute_"}  # a module, and a beginning


def test_no_other_module_reaches_into_an_object_of_textual():
    """A private attribute that no module of this room defines can only be somebody else's."""
    modules = {path: _tree(path) for path in ROOM.rglob("*.py") if path.name not in KNOWING}
    ours = {name for tree in modules.values() for name in _defined(tree)}
    foreign = {
        f"{path.relative_to(ROOM)}: {one.attr}"
        for path, tree in modules.items()
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and _is_private(one.attr) and one.attr not in ours
    }
    assert foreign - {"running/leaving.py: _exit"} == set()  # os._exit is the standard library's


def test_no_class_overrides_a_private_method_of_textual():
    listed = {one.name for one in PRIVATE_NAMES}
    overridden = set()
    for module in pkgutil.walk_packages(advisory.tui.__path__, f"{advisory.tui.__name__}."):
        for kind in vars(importlib.import_module(module.name)).values():
            if inspect.isclass(kind) and kind.__module__ == module.name:
                own = {name for name, value in vars(kind).items() if _is_private(name) and inspect.isfunction(value)}
                bases = [base for base in kind.__mro__ if base.__module__.startswith("textual")]
                overridden |= {f"{kind.__name__}.{name}" for name in own - listed for b in bases if name in vars(b)}
    assert overridden == set()


def test_a_class_is_made_as_textual_makes_it():
    """Of each class of ours, and of Textual's behind them."""
    names = ("_reactives", "_computes", "_css_type_name", "_css_type_names", "_inherit_css", "_inherit_bindings")
    for module in pkgutil.walk_packages(advisory.tui.__path__, f"{advisory.tui.__name__}."):
        importlib.import_module(module.name)
    kinds = _below(DOMNode)
    assert len(kinds) > 100
    for kind in kinds:
        made = {name: getattr(kind, name) for name in names}
        given = {
            name: vars(kind)[f"_{name}"] for name in ("inherit_css", "inherit_bindings", "inherit_component_classes")
        }
        textual_start.make_class_as_textual(kind, **given)
        assert {name: getattr(kind, name) for name in names} == made, kind
        assert list(kind._reactives) == list(made["_reactives"]), kind  # they are started in this order


def _below(kind: type) -> set[type]:
    return {found for one in kind.__subclasses__() for found in {one} | _below(one)}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in MADE_BY_TEXTUAL | {"_replace"}


def _defined(tree: ast.Module) -> set[str]:
    """What a module gives a name: functions, variables, and attributes that are set."""
    found: set[str] = set()
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(one.name)
        elif isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store):
            found.add(one.id)
        elif isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Store):
            found.add(one.attr)
    return found


def test_the_screens_can_be_imported_where_there_are_no_unix_terminals():
    """As on Windows, where Textual has another driver."""
    program = "import asyncio, sys, textual.app; sys.platform = 'win32'; sys.modules['termios'] = None; import advisory.tui.textual_internals"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
