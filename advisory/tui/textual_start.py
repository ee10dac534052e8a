"""Makes Textual start faster; imported before anything else of Textual is. Like `textual_internals`, it knows what is private.

Each class of a widget, a screen or an app asks itself for the reactive attributes and computing methods of all its
ancestors, some thousand names. Here each class is asked for its own once, which halves the time to make a class.
"""

import sys
from typing import Any

from advisory.later import later

_LATER = (
    "ast", "asyncio.sslproto", "asyncio.staggered", "mimetypes", "platformdirs", "rich.table",
    "textual.canvas", "textual.command", "textual.markup", "textual.suggestions",
)  # fmt: skip
"""What Textual loads with itself and the first screen doesn't need. Its command palette alone brings a dozen widgets."""

if "asyncio" not in sys.modules:
    sys.modules["ssl"] = None  # type: ignore[assignment] # the program opens no connection, and asyncio does without it
    with later(*_LATER):
        import asyncio  # noqa: F401 - only to have it loaded
    del sys.modules["ssl"]

with later(*_LATER):
    from textual.dom import DOMNode
    from textual.reactive import Reactive

_COMPUTING = ("_compute_", "compute_")
_of_class: dict[type, tuple[dict[str, Reactive[Any]], frozenset[str]]] = {}
"""Class → its own reactive attributes, and what its own computing methods compute."""


def _own(kind: type) -> tuple[dict[str, Reactive[Any]], frozenset[str]]:
    if kind not in _of_class:
        own = vars(kind)
        _of_class[kind] = (
            {name: value for name, value in own.items() if isinstance(value, Reactive)},
            frozenset(name.lstrip("_")[8:] for name in own if name.startswith(_COMPUTING)),
        )
    return _of_class[kind]


def make_class(
    cls: type[DOMNode],
    inherit_css: bool = True,  # noqa: FBT001, FBT002 - as Textual calls it
    inherit_bindings: bool = True,  # noqa: FBT001, FBT002
    inherit_component_classes: bool = True,  # noqa: FBT001, FBT002
) -> None:
    """Set what Textual's own `DOMNode.__init_subclass__` sets."""
    super(DOMNode, cls).__init_subclass__()
    cls._reactives = {}
    computes: set[str] = set()
    for base in reversed(cls.__mro__):
        reactives, computed = _own(base)
        cls._reactives.update(reactives)
        computes |= computed
    cls._inherit_css, cls._inherit_bindings = inherit_css, inherit_bindings
    cls._inherit_component_classes = inherit_component_classes
    bases = cls._css_bases(cls)
    cls._css_type_name = bases[0].__name__
    cls._css_type_names = frozenset(base.__name__ for base in bases)
    cls._merged_bindings = cls._merge_bindings()
    cls._computes = frozenset(computes)


make_class_as_textual = DOMNode.__dict__["__init_subclass__"].__func__
DOMNode.__init_subclass__ = classmethod(make_class)  # type: ignore[assignment, method-assign]

with later(*_LATER):
    import textual.app  # noqa: F401 - only to have it loaded
