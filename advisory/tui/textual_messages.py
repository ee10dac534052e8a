"""Finds out once what handles a message, where Textual looks through all ancestors of a class for each message.

Like `textual_internals`, it knows what is private. A key leads to some hundred messages.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import textual._callback
from textual.message import Message
from textual.message_pump import MessagePump

_Handlers = list[tuple[type, list[Callable[..., Any]]]]
"""Each class that handles a message, and the methods with which it does."""


@lru_cache(maxsize=4096)
def _handlers(of: type, message: type, name: str) -> _Handlers | None:
    """What handles a message of this class, under this name; None if that depends on who sent it.

    It is looked up once: a handler that is put on a class after the first message is not seen.
    """
    found: _Handlers = []
    done: set[Callable[..., Any]] = set()
    kinds = [kind for kind in message.__mro__ if issubclass(kind, Message)]
    for cls in of.__mro__:
        methods: list[Callable[..., Any]] = []
        decorated = vars(cls).get("_decorated_handlers") or {}
        for method, selectors in (pair for kind in kinds for pair in decorated.get(kind, ())):
            if selectors:
                return None
            if method not in done:
                done.add(method)
                methods.append(method)
        named = vars(cls).get(f"_{name}") or vars(cls).get(name)
        if named is not None and not getattr(named, "_textual_on", None):
            methods.append(named)
        if methods:
            found.append((cls, methods))
    return found


def dispatch_methods(self: MessagePump, method_name: str, message: Message) -> Iterator[tuple[type, Any]]:
    """The handlers of a message, until one of them prevents those of the classes after it in the order of inheritance."""
    handlers = _handlers(type(self), type(message), method_name)  # type: ignore[arg-type] # a class has a hash
    if handlers is None:
        yield from _dispatch_methods(self, method_name, message)
        return
    for cls, methods in handlers:
        if message._no_default_action:  # noqa: SLF001
            return
        for method in methods:
            yield cls, method.__get__(self, cls)


_dispatch_methods: Callable[..., Iterable[tuple[type, Any]]] = MessagePump._get_dispatch_methods  # noqa: SLF001
MessagePump._get_dispatch_methods = dispatch_methods  # type: ignore[method-assign]  # noqa: SLF001


def count_parameters(func: Callable[..., Any]) -> int:
    """How many parameters a callback has. Textual counts those of a bound method anew each time it is called later."""
    of_class = getattr(func, "__func__", None)
    return _count_parameters(func) if of_class is None else _count_of_method(of_class) - 1


_count_parameters = textual._callback._count_parameters  # noqa: SLF001
_count_of_method = lru_cache(maxsize=4096)(_count_parameters)
textual._callback._count_parameters = count_parameters  # noqa: SLF001
