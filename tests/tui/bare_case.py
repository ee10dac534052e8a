"""A widget that no app draws: what is done to it is told, with the lines it draws after that, their looks and what it asks for."""

from collections.abc import Callable, Iterator
from functools import partialmethod
from itertools import zip_longest
from types import SimpleNamespace
from typing import Any

import pytest
from rich.style import Style
from textual._context import active_app
from textual.app import App
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from advisory.tui.widgets.text.ink import LOOKS, Line

STYLES = {
    "": Style(color="color(100)"),
    **{look: Style(color=f"color({at})") for at, look in enumerate(LOOKS, 101)},
    "cursor": Style(bgcolor="color(99)"),
}
_LOOK_OF = {str(style.color): look for look, style in STYLES.items()}


class _NoScreen(App[None]):
    """An app that shows nothing."""


def _about(default: Any, name: str) -> property:
    """An attribute of a widget that Textual would work out from its place on a screen."""
    return property(lambda one: one.__dict__.get(name, default), lambda one, value: one.__dict__.update({name: value}))


def without_app(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let widgets have a size and a place of their own, and write down what they ask Textual for."""
    active_app.set(_NoScreen())
    size = _about(Size(0, 0), "told_size")
    for name in ("size", "container_size", "content_size"):
        monkeypatch.setattr(Widget, name, size)
    monkeypatch.setattr(Screen, "size", size)
    region = property(lambda one: Region.from_offset(Offset(0, 0), one.size))
    for name in ("content_region", "scrollable_content_region"):
        monkeypatch.setattr(Widget, name, region)
    for name, default in (("virtual_size", Size(0, 0)), ("scroll_offset", Offset(0, 0)), ("has_focus", False)):
        monkeypatch.setattr(Widget, name, _about(default, f"told_{name}"))
    monkeypatch.setattr(Widget, "max_scroll_y", property(lambda one: max(0, one.virtual_size.height - one.size.height)))
    for kind in (Widget, ScrollView):
        monkeypatch.setattr(kind, "refresh", _refresh)
        monkeypatch.setattr(kind, "scroll_to", _scroll_to)
    monkeypatch.setattr(ScrollView, "refresh_line", lambda one, y: _asks(one, f"line {y}"))
    monkeypatch.setattr(Widget, "post_message", _post)
    monkeypatch.setattr(Widget, "screen", _about(SimpleNamespace(size=Size(80, 24)), "told_screen"))
    for name in ("is_attached", "is_mounted"):
        monkeypatch.setattr(Widget, name, True)
    for name in ("capture_mouse", "release_mouse", "scroll_page_up", "scroll_page_down"):
        monkeypatch.setattr(Widget, name, partialmethod(_asks, name))


def _asks(widget: Widget, what: str, *, animate: bool = False, **_named: bool) -> None:
    widget.__dict__.setdefault("told_asks", []).append(f"{what}{' animated' * animate}")


def _refresh(widget: Widget, *regions: Region, layout: bool = False, **_more: bool) -> Widget:
    _asks(widget, f"draws {[tuple(one) for one in regions] or 'all'}{' and lays out' if layout else ''}")
    return widget


def _scroll_to(widget: Widget, *, y: int, animate: bool, force: bool = False) -> None:
    assert not animate
    widget.scroll_offset = Offset(0, max(0, min(y, widget.max_scroll_y)))
    _asks(widget, f"scrolls to {y}{' before there is a bar' if force else ''}")


def _post(widget: Widget, message: Message) -> bool:
    more = {name: value for name, value in vars(message).items() if not name.startswith("_") and name != "time"}
    _asks(widget, f"posts {type(message).__name__}{more or ''}")
    widget.__dict__.setdefault("told_posted", []).append(message)
    return True


class Bare:
    """Tells what a widget draws, and after each thing done to it what is different."""

    def __init__(self, widget: Any, cells: int, height: int) -> None:
        widget._looks, widget.size = dict(STYLES), Size(cells, height)
        self.widget, self.told = widget, list[str]()
        self._before: list[str] = []
        self._state = ""

    def does(self, what: str, *given: Any, **named: Any) -> Any:
        """Call a method of the widget, and tell what came of it."""
        return self.runs(lambda: getattr(self.widget, what)(*given, **named), f"{what}{_called(given, named)}")

    def runs(self, done: Callable[[], Any], what: str) -> Any:
        """Do something to it, and tell what came of it."""
        result = done()
        self.told.append(what if result is None or not isinstance(result, bool | int | str) else f"{what} → {result}")
        self.tell()
        return result

    def clicks(self, x: int, y: int, chain: int = 1) -> None:
        """Click in a cell of it."""
        self.mouse("on_click", x, y, chain)

    def mouse(self, what: str, x: int, y: int, chain: int = 1) -> None:
        """Do something with the mouse in a cell of it."""
        event = SimpleNamespace(x=x, y=y, chain=chain, button=1, prevent_default=lambda: None)
        event.get_content_offset_capture = lambda _widget: Offset(x, y)
        event.stop = lambda: _asks(self.widget, "stops the event")
        self.runs(lambda: getattr(self.widget, what)(event), f"{what}({x}, {y}{f', {chain} times' * (chain > 1)})")

    def resized(self, cells: int, height: int) -> None:
        """Give it another size."""
        self.widget.size = Size(cells, height)
        self.told.append(f"{cells} × {height}")
        if hasattr(self.widget, "on_resize"):
            self.widget.on_resize()
        self._before = []
        self.tell()

    def tell(self) -> None:
        """What it asked for, where its cursor is, and the lines that are different from before."""
        asked = self.widget.__dict__.pop("told_asks", [])
        self.told += [f"    asks: {', '.join(asked)}"] if asked else []
        state = self._told_state()
        if state != self._state:
            self._state = state
            self.told.append(f"    {state}")
        lines = [*self.drawn()]
        for y, (line, before) in enumerate(zip_longest(lines, self._before, fillvalue="")):
            self.told += [f"    {y}│{line}"] if line != before else []
        self._before = lines

    def _told_state(self) -> str:
        known = {name: getattr(self.widget, name, "") for name in ("key", "gone", "pointed_at", "place", "written")}
        top = f"top {self.widget.scroll_offset.y} of {self.widget.virtual_size.height}"
        return " · ".join([*(f"{name} {value}" for name, value in known.items() if value), top])

    def drawn(self) -> Iterator[str]:
        """Each of its lines as text with its looks, which is exactly as wide as the widget."""
        for y in range(self.widget.size.height):
            strip = self.widget.render_line(y)
            cells = sum(segment.cell_length for segment in strip)
            assert cells == strip.cell_length == self.widget.size.width, f"{cells} cells in line {y}"
            yield looked(strip)


def looked(strip: Strip) -> str:
    """A strip's text with its looks; `*` marks the cursor's background."""
    told = ""
    for text, style, _ in strip.simplify():
        look = _LOOK_OF.get(str(style.color), "?") if style and style.color else "none"
        look += "*" if style and style.bgcolor else ""
        told += f"{{{look} {text}}}" if look else text
    return told.rstrip()


def inked(line: Line) -> str:
    """A line's text with its looks."""
    return "".join(f"{{{span.look} {span.text}}}" if span.look and span.text else span.text for span in line).rstrip()


def _called(given: tuple[Any, ...], named: dict[str, Any]) -> str:
    shown = [*map(_shown, given), *(f"{name}={_shown(value)}" for name, value in named.items())]
    return f"({', '.join(shown)})"


def _shown(value: Any) -> str:
    if isinstance(value, set):
        return f"{{{', '.join(sorted(map(repr, value)))}}}"
    return repr(value) if isinstance(value, str | int | tuple | None) else "…"
