"""The keys of each box, list and dialog, and what each screen says of itself, compared with `told/`."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from told_case import compare

from advisory.tui import dialogs, screens, widgets


def _classes(package: Any) -> Iterator[type]:
    """Every class that a package's modules define, in order."""
    for module in sorted(walk_packages(package.__path__, f"{package.__name__}."), key=lambda one: one.name):
        found = import_module(module.name)
        yield from (one for one in vars(found).values() if isinstance(one, type) and one.__module__ == module.name)


def test_the_keys_of_each_box_and_dialog() -> None:
    told: list[str] = []
    for package in (widgets, dialogs):
        for kind in _classes(package):
            keys = vars(kind).get("BINDINGS", [])
            told += [f"{kind.__name__}:"] if keys else []
            told += [
                f"    {' | '.join(map(str, (key, action, says)))}" for key, action, says, *_ in map(_as_tuple, keys)
            ]
    compare(told, "keys_of_boxes")


def _as_tuple(binding: Any) -> tuple[str, ...]:
    return binding if isinstance(binding, tuple) else (binding.key, binding.action, binding.description)


_SAYS = ("stem", "is_kept", "is_of_one_student", "is_made_for_size", "opens_with", "find_hint", "find_escape", "is_busy", "AUTO_FOCUS", "HORIZONTAL_BREAKPOINTS", "FOCUS_ON_CLICK", "COMPONENT_CLASSES", "CSS_PATH", "DEFAULT_CSS", "ALLOW_SELECT")  # fmt: skip


def test_what_each_screen_says_of_itself() -> None:
    told: list[str] = []
    for package in (screens, widgets):
        for kind in _classes(package):
            said = [
                f"{name} {_shown(vars(kind)[name])}"
                for name in _SAYS
                if isinstance(vars(kind).get(name), str | bool | list | set)
            ]
            told += [f"{kind.__name__}: {' · '.join(said)}"] if said else []
    compare(told, "said_of_screens")


def _shown(value: Any) -> str:
    if isinstance(value, set | frozenset):
        return str(sorted(value))
    if isinstance(value, list) and value and isinstance(value[0], str | Path):
        return str([Path(one).name for one in value])
    return str(value)
