"""What handles a message is what Textual finds, for every class of ours and every message."""

import importlib
import pkgutil
from collections.abc import Iterator

import textual.events
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

import advisory.tui
from advisory.tui import textual_messages


def below(kind: type) -> Iterator[type]:
    """A class and all that derive from it."""
    yield kind
    for one in type.__subclasses__(kind):
        yield from below(one)


def test_each_class_handles_each_message_as_with_textual():
    for found in pkgutil.walk_packages(advisory.tui.__path__, "advisory.tui."):
        importlib.import_module(found.name)
    ours = [one for one in set(below(MessagePump)) if one.__module__.startswith("advisory")]
    messages = [one for one in set(below(Message)) if one.__module__.startswith(("advisory", "textual.events"))]
    assert len(ours) > 100
    assert textual.events.Key in messages
    handled = 0
    for kind in ours:
        pump = object.__new__(kind)
        for of in messages:
            message = object.__new__(of)
            message._no_default_action, message._sender = False, Widget()
            name = of.handler_name
            new, old = (
                [(cls, getattr(method, "__func__", method)) for cls, method in dispatch(pump, name, message)]
                for dispatch in (textual_messages.dispatch_methods, textual_messages._dispatch_methods)
            )
            assert new == old, (kind, of)
            handled += bool(new)
    assert handled > 300
