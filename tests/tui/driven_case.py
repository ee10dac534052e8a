"""A dialog that nobody draws: it is composed, its keys are pressed, and what it shows after each is told, line by line."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from app_case import key_event
from composed import flat, parts, tree
from textual._context import active_app
from textual.app import App
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea
from told_dialog import CELLS, inked

from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.widgets.lists.lines import Lines
from advisory.tui.widgets.lists.row import Row

_PAGE = 5


class Listed:
    """The lines of a dialog, of which the cursor stands on those with a key."""

    cells, display, id = CELLS, True, "lines"

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.at = self.top = self.drawn = 0
        self.styles = SimpleNamespace(height=None)

    @property
    def key(self) -> str:
        return self.rows[self.at].key if self.rows else ""

    def show(self, rows: Sequence[Row], key: str | None = None) -> None:
        wanted, self.rows = self.key if key is None else key, rows
        keyed = [at for at, row in enumerate(rows) if row.key]
        self.at = next((at for at in keyed if rows[at].key == wanted), keyed[0] if keyed else 0)

    def move(self, by: int) -> None:
        keyed = [at for at, row in enumerate(self.rows) if row.key]
        if keyed:
            self.at = keyed[max(0, min(keyed.index(self.at) + by, len(keyed) - 1))]

    def move_page(self, direction: int) -> None:
        self.move(_PAGE * direction)

    def move_to_end(self, direction: int) -> None:
        self.move(len(self.rows) * direction)

    def go_to(self, key: str) -> None:
        self.show(self.rows, key)

    def is_in_view(self, key: str) -> bool:
        return self.top <= next(at for at, row in enumerate(self.rows) if row.key == key) < self.top + _PAGE

    def scroll_relative(self, *, y: int, animate: bool) -> None:
        assert not animate
        self.top += y

    def scroll_to(self, *, y: int, animate: bool) -> None:
        assert not animate
        self.top = y

    def refresh(self) -> None:
        self.drawn += 1

    def forget(self) -> None:
        self.rows, self.at = (), 0

    def refresh_row(self, key: str) -> None:
        assert any(row.key == key for row in self.rows)

    def refresh_line(self, at: int) -> None:
        assert self.rows[at].key

    @property
    def told(self) -> list[str]:
        return [
            f"{'>' if at == self.at and row.key else ' '} {inked(row)}".rstrip() for at, row in enumerate(self.rows)
        ]


_ROOM = SimpleNamespace(
    content_size=Size(CELLS, 20),
    size=Size(CELLS, 20),
    children=(),
    scroll_to=lambda *_given, **_named: None,
    scroll_visible=lambda *_given, **_named: None,
)
"""A container that is laid out."""


class _NoScreen(App[None]):
    """An app that shows nothing."""

    def clear_selection(self) -> None:
        """Nothing is selected."""


class Driven:
    """Presses the keys of a dialog, and tells what changes on it."""

    def __init__(self, dialog: Dialog[Any]) -> None:
        self._app = _NoScreen()
        active_app.set(self._app)
        self.dialog, self.lines = dialog, Listed()
        made = parts(self._app, dialog)
        made_of = tree(made)
        self._all = [*flat(made)]
        self.told: list[str] = []
        self.result: list[object] = []
        self.timer: Callable[[], object] | None = None
        self._before: list[str] = []
        for one in (dialog, *self._all):
            one._size = Size(80, 24)
        replaced = {
            "query_one": self._one,
            "query": self._query,
            "set_focus": self._focus,
            "focus_next": lambda: self._focus_by(1),
            "focus_previous": lambda: self._focus_by(-1),
            "dismiss": lambda result=None: self.result.append(result),
            "call_after_refresh": lambda done, *given, **named: done(*given, **named),
            "set_timer": self._set_timer,
            "watch": lambda *_given, **_named: None,
        }
        for name, does in replaced.items():
            setattr(dialog, name, does)
        for name in ("on_mount", "on_resize"):
            for kind in type(dialog).__mro__:  # each class has its own
                if name in vars(kind) and kind.__module__.startswith("advisory."):
                    vars(kind)[name](dialog)
        self.told += [f"{type(dialog).__name__} {made_of}"]
        over = [one.id for one in self._all if isinstance(one, Input) and one.select_on_focus]
        self.told += [f"    typed over: {', '.join(filter(None, over))}"] if over else []
        self._tell("")

    def _one(self, wanted: Any, _kind: type | None = None) -> Any:
        if isinstance(wanted, type) and issubclass(wanted, Lines):
            return self.lines
        found = next(one for one in self._all if _is(one, wanted))
        if isinstance(found, Lines):
            return self.lines
        return _ROOM if isinstance(found, Vertical | VerticalScroll) else found

    def _query(self, wanted: Any) -> "_Found":
        return _Found(one for one in self._all if _is(one, wanted))

    def _focus(self, widget: Any, **_named: object) -> None:
        self.dialog._reactive_focused = widget
        if widget is not None and hasattr(type(self.dialog), "on_descendant_focus"):
            handler = self.dialog.on_descendant_focus
            handler(*[self._event(widget=widget)] * (handler.__code__.co_argcount - 1))

    def _focus_by(self, by: int) -> None:
        boxes = [one for one in self._all if isinstance(one, Input | TextArea | Choice)]
        at = boxes.index(self.dialog._reactive_focused)
        self._focus(boxes[(at + by) % len(boxes)])

    def _set_timer(self, _seconds: float, done: Callable[[], object]) -> Any:
        self.timer = done
        return SimpleNamespace(stop=lambda: setattr(self, "timer", None))

    def _event(self, **more: Any) -> Any:
        """An event that tells whether anybody else gets it."""
        stops = {name: partial(self.told.append, f"    {name}s") for name in ("stop", "prevent_default")}
        return SimpleNamespace(**stops, **more)

    def press(self, *keys: str) -> None:
        """Press keys: a dialog may take one itself, or else its binding runs."""
        for key in keys:
            event = key_event(key)
            if hasattr(type(self.dialog), "on_key"):
                self.dialog.on_key(event)
            if event._stop_propagation or event._no_default_action:
                taken = ("stopped", event._stop_propagation), ("no default", event._no_default_action)
                self.told.append(f"{key} is taken: {', '.join(name for name, is_so in taken if is_so)}")
            if not event._stop_propagation:
                self._run(event.key)
            self._tell(key)

    def hears(self, name: str, **more: Any) -> None:
        """Let it hear that something happened in one of its widgets."""
        self.told.append(f"{name}:")
        getattr(self.dialog, f"on_{name}")(self._event(**more))
        self._tell("")

    def enter(self, name: str, text: str) -> None:
        """Type a text into a box, and press Enter."""
        box = self._one(f"#{name}")
        if isinstance(box, TextArea):
            box.text = text
        else:
            box.value = text
        box._submit(box)
        self._tell(f"“{text}”")

    def narrow(self) -> None:
        """Tell the first lines as they are drawn in a few cells."""
        for cells in (4, 12, 24, 40):
            drawn = ("".join(f"{span.text}|" for span in row.draw(cells)) for row in self.lines.rows[:4])
            self.told += [f"{cells}: {line}" for line in drawn]

    def types(self, name: str, text: str) -> None:
        """Put a text into a box, as if it was typed."""
        self._one(f"#{name}").value = text
        self.dialog._typed()
        self._tell(f"{name} = “{text}”")

    def _run(self, key: str) -> None:
        for binding in self.dialog.BINDINGS:
            keys, action = (binding.key, binding.action) if isinstance(binding, Binding) else binding[:2]
            if key in keys.split(","):
                name, _, arguments = action.partition("(")
                given = eval(f"({arguments.rstrip(')')},)") if arguments else ()  # as Textual reads an action
                if name == "dismiss":
                    self.result.append(*given)
                elif name.startswith("app.focus"):
                    self._focus_by(1 if name == "app.focus_next" else -1)
                else:
                    getattr(self.dialog, f"action_{name}")(*given)
                return

    def _tell(self, key: str) -> None:
        now = [*self._shown(), *self.lines.told]
        self.told += [f"{key}:"] if key else []
        self.told += [f"    {line}" for line in now if line not in self._before]
        self.told += [f"    returns {_in_order(result)!r}" for result in self.result]
        self._before = now
        self.result.clear()

    def _shown(self) -> Iterator[str]:
        focused = self.dialog._reactive_focused
        for one in self._all:
            if isinstance(one, Static) and one.display and str(one.visual):
                yield f"({one.id or ' '.join(sorted(one.classes))}) {one.visual}".replace("\n", "↵")
            if isinstance(one, Choice) and one.display:
                choice = "".join(span.text for span in one.line(CELLS))
                yield f"[{one.id}{' *' if one is focused else ''}] {choice}".rstrip()
            if isinstance(one, Input | TextArea) and one.display:
                text = one.value if isinstance(one, Input) else one.text
                yield f"[{one.id}{' *' if one is focused else ''}] {text} “{one.placeholder}”"
        if self.lines.styles.height is not None:
            yield f"{self.lines.styles.height} high"
        if self.lines.drawn:
            yield f"drawn anew {self.lines.drawn}"
        if self.lines.top:
            yield f"from line {self.lines.top}"


class _Found(list[Widget]):
    """What a query finds."""

    def results(self, kind: type) -> Iterator[Widget]:
        return (one for one in self if isinstance(one, kind))


def _is(one: Widget, wanted: Any) -> bool:
    if not isinstance(wanted, str):
        return isinstance(one, wanted)
    return any(one.id == name[1:] if name[0] == "#" else one.has_class(name[1:]) for name in wanted.split(", "))


def _in_order(result: Any) -> Any:
    """A result whose sets are told in order."""
    if isinstance(result, frozenset):
        return sorted(result)
    if isinstance(result, tuple) and hasattr(result, "_fields"):
        return type(result)(*map(_in_order, result))
    return result
