"""A screen that no app opens: it is composed, drawn and used, and what is drawn on it after each command is told."""

from collections.abc import Callable, Iterable, Iterator
from inspect import isawaitable
from types import SimpleNamespace
from typing import Any

from bare_case import STYLES, looked
from composed import flat, parts, tree
from textual._context import active_app
from textual.app import App
from textual.geometry import Size
from textual.widget import Widget
from told_case import StandIn, answered

from advisory.caseload.caseload import Caseload
from advisory.tui.desk import Desk
from advisory.tui.highlighted import Highlighted
from advisory.tui.prose import Shade
from advisory.tui.refusals import refusals_shown
from advisory.tui.screens.base.frame import Frame
from advisory.tui.screens.base.opening import make_screen
from advisory.tui.widgets.key_bar import KeyBar
from advisory.tui.widgets.lists.body import Body
from advisory.tui.widgets.masthead import Masthead
from advisory.tui.widgets.status_line import StatusLine
from advisory.tui.widgets.text.inked import Inked
from advisory.tui.widgets.text.step_head import StepHead

DETAIL = 44


class _NoScreen(App[None]):
    """An app that shows nothing."""

    screen_stack: Any = ()
    screen: Any = None
    install_screen = clear_selection = once_drawn = call_next = call_later = lambda *_given, **_named: None


class Still:
    """Tells what a screen shows, and after each command what is different."""

    def __init__(
        self, caseload: Caseload, stem: str, *values: str, cells: int = 78, height: int = 20, pane: int = 9
    ) -> None:
        app = _NoScreen()
        active_app.set(app)
        self.desk = StandIn(caseload).desk
        self.screen: Any = make_screen(stem, self.desk, *values)
        app._reactive_theme = "dark"
        app.screen_stack, app.screen = [self.screen], self.screen
        made = parts(app, self.screen)
        self._all: list[Any] = []
        self.timer: Callable[[], object] | None = None
        self._sizes = _sizes(cells, height)
        self._pane = Size(DETAIL, pane)
        self._take_in(flat(made))
        self.screen.size, self.screen.screen = Size(cells, height + 10), self.screen
        replaced = {
            "query_one": self._one,
            "query": lambda wanted: [one for one in self._all if _is(one, wanted)],
            "set_focus": lambda widget, **_named: setattr(self.screen, "_reactive_focused", widget),
            "call_after_refresh": lambda done, *given, **named: done(*given, **named),
            "call_later": lambda done, *given, **named: done(*given, **named),
            "call_next": lambda *_given: None,
            "set_timer": self._set_timer,
            "run_worker": lambda work, **_named: work.close(),
            "run_in_background": self._run,
            "mount": self._mount,
            "ask": self._ask,
            "dismiss": lambda *_given: self._tell_line("closes"),
            "open_over": self._open,
            "show_mode": self._open,
        }
        for name, does in replaced.items():
            setattr(self.screen, name, does)
        whose = " of one student" if getattr(self.screen, "is_of_one_student", False) else ""
        self.told = [f"{type(self.screen).__name__}{whose}: {tree(made)}"]
        self._answers: list[Any] = []
        self._running: list[Any] = []
        self._before: dict[str, list[str]] = {}
        self._here = ""
        self._handlers("on_mount")
        self.screen.redraw(force=True)
        self._settle()
        self.tell()

    def _size(self, one: Widget) -> Size:
        return next((size for kind, size in self._sizes.items() if isinstance(one, kind)), self._pane)

    def _one(self, wanted: Any, _kind: type | None = None) -> Any:
        return next(one for one in self._all if _is(one, wanted))

    async def _mount(self, widget: Any, **place: object) -> None:
        """Take a widget in, with a timer that goes off when `waits` is called."""
        made = parts(self.screen.app, widget)
        inside = [*flat(made)]
        self._tell_line(" ".join([tree([widget, *made]), *(f"{name} {where}" for name, where in place.items())]))
        self._take_in([widget, *inside])
        widget.query_one = lambda wanted, _kind=None: next(one for one in inside if _is(one, wanted))
        widget.query = lambda wanted: [one for one in inside if _is(one, wanted)]
        widget.set_timer = self._set_timer

    def _set_timer(self, _seconds: float, done: Callable[[], object]) -> SimpleNamespace:
        self.timer = done
        return SimpleNamespace(stop=lambda: setattr(self, "timer", None))

    def _take_in(self, widgets: Iterable[Widget]) -> None:
        for one in widgets:
            self._all.append(one)
            one.size, one.screen = self._size(one), self.screen
            if isinstance(one, Inked | Body):
                one._looks = dict(STYLES)

    async def _ask(self, dialog: Any) -> Any:
        heading = getattr(dialog, "_heading", "") or getattr(getattr(dialog, "_opening", None), "heading", "")
        self._tell_line(f"asks {type(dialog).__name__}: {heading}")
        return answered(dialog, self._answers.pop(0) if self._answers else None)

    async def _open(self, stem: str, *values: str) -> None:
        self._tell_line(
            f"opens {stem} {' '.join(self.desk.name(one) for one in values if one in self.desk.caseload.names)}".rstrip()
        )

    def _run(self, work: Any, student_id: str = "") -> None:
        self._running.append((work, student_id))

    def _handlers(self, name: str) -> None:
        """Call each of our classes' handlers of an event, as Textual does."""
        for kind in type(self.screen).__mro__:
            if name in vars(kind) and kind.__module__.startswith("advisory.tui.screens"):
                vars(kind)[name](self.screen)

    # --- doing ----------------------------------------------------------------------------------------------------

    async def does(self, *command_ids: str, answers: tuple[Any, ...] = ()) -> None:
        """Carry out commands as their keys do, answering what they ask."""
        for command_id in command_ids:
            self.told.append(f"{command_id}")
            self._answers = [*answers]
            await self.screen.action_do(command_id)
            await self._finish()
            self.tell()

    async def _finish(self) -> None:
        """Carry out what was to run in the background."""
        while self._running:
            work, student_id = self._running.pop(0)
            with refusals_shown(self.screen, student_id):
                await work
            self.screen.redraw()
        self._settle()

    async def opens_each(self, most: int = 99) -> None:
        """Do what Enter does on each row, leaving whatever it asks."""
        for key in [key for key in self.screen.body.keys if key][:most]:
            self.screen.body.go_to(key)
            self._settle()
            self._here = _about(self.screen.highlighted, self.desk)
            self.told.append(f"Enter on {self._here}")
            await self.screen.action_do("open")
            await self._finish()
            self.tell("status-line")

    async def runs(self, what: str, *given: Any) -> None:
        """Call a method of the screen."""
        self.told.append(f"{what}({', '.join(map(repr, given))})")
        done = getattr(self.screen, what)(*given)
        if isawaitable(done):
            await done
        self._settle()
        self.tell()

    def each_row(self, most: int = 99) -> None:
        """Go through the rows, and tell what else is drawn for each."""
        for key in [key for key in self.screen.body.keys if key][:most]:
            self.at(key)

    def at(self, key: str) -> None:
        """Go to a row, and tell what it is about and what else is drawn for it."""
        self.screen.body.go_to(key)
        self._settle()
        self._here = _about(self.screen.highlighted, self.desk)
        self.told.append(f"at {self._here}")
        self.tell("detail", "KeyBar", "status-line")

    def resized(self, cells: int, height: int, pane: int = 9) -> None:
        """Give the screen another size."""
        self.told.append(f"{cells} × {height}, and {pane}")
        self._sizes = _sizes(cells, height)
        self._pane, self.screen.size = Size(DETAIL, pane), Size(cells, height + 10)
        for one in self._all:
            one.size = self._size(one)
        self.screen.body.on_resize()
        self._handlers("on_resize")
        self.redraws()

    def redraws(self) -> None:
        """Draw everything anew."""
        self.screen.redraw(force=True)
        self._settle()
        self.tell()

    def begins_again(self, *values: str) -> None:
        """Show something else on it, as when it is opened once more."""
        self.told.append(f"begins again with {', '.join(values)}")
        self.screen.begin_again(*values)
        self.redraws()

    def finds(self, text: str) -> None:
        """Type what to find."""
        self.told.append(f"finds “{text}”")
        self.screen.query_text = text
        self.screen.redraw()
        self._settle()
        self.tell()

    def hides(self, shade: Shade) -> None:
        """Hide names and notes, or show them again."""
        self.told.append(f"hides {shade.name.lower()}")
        self.desk.prose.shade = shade
        self.screen.say("")
        self.redraws()

    def _settle(self) -> None:
        """Let the screen hear what its body has posted."""
        for _ in range(5):
            asked = self.screen.body.__dict__.pop("told_posted", [])
            for message in asked:
                if isinstance(message, Body.Highlighted) and isinstance(self.screen, Frame):
                    self.screen.on_body_highlighted(message)

    # --- telling --------------------------------------------------------------------------------------------------

    def _tell_line(self, text: str) -> None:
        self.told.append(f"    {text}")

    def tell(self, *names: str) -> None:
        """Tell each line that is another one than before, of these widgets or of all; of all, what is highlighted too."""
        here = "" if names or not isinstance(self.screen, Frame) else _about(self.screen.highlighted, self.desk)
        if here and here != self._here:
            self._here = here
            self._tell_line(f"on {here}")
        for one in self._all:
            name = one.id or type(one).__name__
            if not isinstance(one, Inked | Body) or (names and name not in names):
                continue
            lines = list(self._lines(one)) if one.display else []
            before = self._before.get(name, [])
            width = max(len(lines), len(before))
            for y in range(width):
                now, was = (part[y] if y < len(part) else "" for part in (lines, before))
                if now != was:
                    self.told.append(f"    {name} {y}│{now}")
            self._before[name] = lines

    def _lines(self, one: Any) -> Iterator[str]:
        for y in range(one.size.height):
            yield looked(one.render_line(y))


def _sizes(cells: int, height: int) -> dict[type, Size]:
    line = Size(cells, 1)
    return {
        Body: Size(cells, height),
        Masthead: line,
        StatusLine: Size(cells, 2),
        KeyBar: line,
        StepHead: Size(cells, 3),
    }


def _about(here: Highlighted, desk: Desk) -> str:
    """What is highlighted: `promise of Maya Okafor: promise “bring lab notes”`."""
    found = [f"{name} {_named(value)}" for name in _PARTS if (value := getattr(here, name)) not in (None, "")]
    who = f"{here.row} of {desk.name(here.student) if here.student else 'nobody'}"
    return f"{who}{', whose promise shows' if here.shows_promise else ''}: {', '.join(found)}".removesuffix(": ")


_PARTS = [
    "line",
    "sign",
    "learning",
    "fact",
    "facet",
    "draft",
    "tag",
    "milestone",
    "part",
    "share",
    "settles",
    "promise",
    "pact",
    "check_in",
    "plan",
    "success_line",
]


def _named(value: Any) -> object:
    """A record by the first of its words."""
    names = ("text", "line", "called", "key", "misconception", "seen", "name", "label", "form", "what", "held_on")
    found = next((text for name in names if (text := getattr(value, name, ""))), None)
    if isinstance(value, str):
        return value
    return f"“{found}”" if found else str(tuple(value)) if isinstance(value, tuple) else type(value).__name__


def _is(one: Widget, wanted: Any) -> bool:
    if not isinstance(wanted, str):
        return isinstance(one, wanted)
    return any(one.id == name[1:] if name[0] == "#" else one.has_class(name[1:]) for name in wanted.split(", "))
