"""Makes imports cheaper; it is loaded before any others. Half of the start is importing, mostly other people's packages.

A package imports all its parts at once, such as Textual its command palette with every widget that it has. While they are
imported `later`, whoever imports them gets stand-ins for their classes and functions, which load the module when they are
called, checked against or asked for anything. A constant or an exception to catch can't be stood in for.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType, new_class
from typing import Any

_FOUND_AT_ONCE = ("advisory.", "textual.", "rich.")


class Near:
    """Finds the modules of some packages in the folder of their package, where Python tries every ending for each of 400."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG004 - as Python calls it
        """Where a module is; None if Python must look for it."""
        if path is None or not name.startswith(_FOUND_AT_ONCE):
            return None
        place = os.path.join(path[0], name.rpartition(".")[2])  # noqa: PTH118 - before there is pathlib
        for file, inside in ((os.path.join(place, "__init__.py"), [place]), (f"{place}.py", None)):  # noqa: PTH118
            try:
                os.stat(file)  # noqa: PTH116
            except OSError:
                continue
            spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file)
            spec.has_location, spec.submodule_search_locations = True, inside
            return spec
        return None


def _loaded(name: str) -> ModuleType:
    """The module itself; loaded now, also where something uses it while `later` holds it off."""
    if isinstance(sys.modules.get(name), _Module):
        del sys.modules[name]
    return import_module(name)


class _Name(type):
    """Stands in for a class or a function of a module, or for a class that derives from one.

    Whatever is done with it loads the module and is done with what it stands for. That is so for a class that derives from
    it too, unless it has to exist at once because its methods call `super()`.
    """

    _find: Callable[[], Any]

    def __new__(cls, name: str, bases: tuple[type, ...], own: dict[str, Any], **options: Any) -> Any:
        def derive() -> Any:
            return new_class(name, tuple(map(_itself, bases)), options, lambda its: its.update(own))

        return derive() if "__classcell__" in own else _stand_in(name, own["__module__"], cache(derive))

    def __init__(cls, *_: Any, **__: Any) -> None:
        """Nothing: the options are for the class that derives."""

    def __call__(cls, *values: Any, **named: Any) -> Any:
        return cls._find()(*values, **named)

    def __getattr__(cls, name: str) -> Any:
        return getattr(cls._find(), name)

    def __instancecheck__(cls, one: Any) -> bool:
        return isinstance(one, cls._find())

    def __subclasscheck__(cls, one: type) -> bool:
        return issubclass(_itself(one), cls._find())


def _stand_in(name: str, module: str, find: Callable[[], Any]) -> Any:
    return type.__new__(_Name, name, (), {"__module__": module, "_find": staticmethod(find)})


def _itself(one: Any) -> Any:
    """What a stand-in stands for."""
    return one._find() if isinstance(one, _Name) else one  # noqa: SLF001 - of this module


class _Module(ModuleType):
    """Stands in for a module."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            return _stand_in(name, self.__name__, lambda: getattr(_loaded(self.__name__), name))
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


sys.meta_path.insert(sys.meta_path.index(PathFinder), Near)
with later(
    "ast", "urllib.parse", "msgspec._json_schema", "msgspec.inspect", "msgspec.msgpack", "msgspec.toml", "msgspec.yaml"
):  # fmt: skip
    import pathlib  # noqa: F401 - only so that they are there

    import msgspec  # noqa: F401
