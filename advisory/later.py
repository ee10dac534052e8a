"""Lets what the first screen doesn't need of other people's packages load when something is asked of it, or never.

A package imports all its parts at once, such as Textual its command palette with every widget that it has. While they are
imported `later`, whoever imports them gets stand-ins, and each is replaced by what it stands for when it is first used.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any


def _loaded(name: str) -> ModuleType:
    """The module itself; loaded now, also where something uses it while `later` holds it off."""
    if isinstance(sys.modules.get(name), _Module):
        del sys.modules[name]
    return import_module(name)


class _Name(type):
    """Stands in for a class or a function of a module."""

    def __call__(cls, *values: Any, **named: Any) -> Any:
        return getattr(_loaded(cls.__module__), cls.__name__)(*values, **named)

    def __getattr__(cls, name: str) -> Any:
        return getattr(getattr(_loaded(cls.__module__), cls.__name__), name)


class _Module(ModuleType):
    """Stands in for a module."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return _Name(name, (), {"__module__": self.__name__})
        return getattr(_loaded(self.__name__), name)


@contextmanager
def later(*names: str) -> Iterator[None]:
    """Import something whose import of these modules can wait until one of them is used."""
    held = {name: _Module(name) for name in names if name not in sys.modules}
    sys.modules.update(held)
    try:
        yield
    finally:
        for name, module in held.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


with later(
    "ast", "urllib.parse", "msgspec._json_schema", "msgspec.inspect", "msgspec.msgpack", "msgspec.toml", "msgspec.yaml"
):  # fmt: skip
    import pathlib  # noqa: F401 - only so that they are there

    import msgspec  # noqa: F401
