"""What becomes of a key as soon as it comes, and of a form that is typed into, without an app."""

from types import SimpleNamespace
from typing import Any

import pytest
from app_case import key_event
from rich.console import Console
from rich.segment import ControlType, Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual._context import active_app
from textual.app import App
from textual.events import Paste
from textual.filter import ANSIToTruecolor, Monochrome, NoColor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from advisory.tui import textual_internals
from advisory.tui.dialogs.form import kept
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.opening import Opening
from advisory.tui.key_place import PlacedKey
from advisory.tui.running.key_app import KeyApp
from advisory.tui.widgets.boxes.check_in_line import DRAFT_AFTER

_TEXT = Field("text", "What?", is_long=True)
_DAY = Field("day", "When?")


class _Foreseeing(KeyApp, inherit_bindings=False):
    """An app that writes down each key as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.foreseen: list[str] = []

    def foresee(self, key: str) -> None:
        self.foreseen.append(key)


def test_a_key_is_looked_at_as_it_comes() -> None:
    app = _Foreseeing()
    forwarded = key_event("x")
    forwarded._set_forwarded()
    placed = (("с", "c"), ("q", "a"), ("ctrl+ы", "ctrl+s"), ("é", "2"))
    for event in (
        key_event("a"),
        forwarded,
        Paste("b"),
        *(PlacedKey(key, None, latin, None) for key, latin in placed),
        key_event("с"),
    ):
        app.post_message(event)
    assert app.foreseen == ["a", "c", "q", "ctrl+s", "é", "с"]
    KeyApp.foresee(app, "a")
    called: list[int] = []
    app.once_drawn(lambda: called.append(1))
    assert not called
    app.is_drawn = True
    app.once_drawn(lambda: called.append(2))
    assert called == [2]


def test_a_form_keeps_what_is_typed_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    kept_drafts: list[dict[str, str]] = []
    active_app.set(App())
    form = FormDialog(Opening("A form", [_TEXT, _DAY], {}, lambda values: kept_drafts.append(values) or ""))
    timers: list[Any] = []
    stopped: list[int] = []

    def set_timer(seconds: float, done: Any) -> Any:
        timers.append((seconds, done))
        at = len(timers)
        return SimpleNamespace(stop=lambda: stopped.append(at))

    monkeypatch.setattr(form, "set_timer", set_timer)
    for typed in (form.on_input_changed, form.on_text_area_changed, form.on_text_area_changed):
        typed()
    assert timers == [(DRAFT_AFTER, form.keep_now)] * 3
    assert stopped == [1, 2]
    box = SimpleNamespace(value="half")
    form._boxes = {"text": box, "day": SimpleNamespace(value="")}  # type: ignore[dict-item]
    form.keep_now()
    box.value = ""
    form.keep_now()
    form._has_left = True
    form.keep_now()
    assert (kept_drafts, stopped) == ([{"text": "half", "day": ""}, {}], [1, 2, 3])


def test_where_a_field_gets_the_focus_it_is_scrolled_to(monkeypatch: pytest.MonkeyPatch) -> None:
    active_app.set(App())
    form = FormDialog(Opening("A form", [_TEXT, _DAY], {}, None))
    asked: list[Any] = []
    monkeypatch.setattr(Screen, "set_focus", lambda _screen, widget, **named: asked.append((widget, *named.values())))
    boxes = [form._box(field) for field in (_TEXT, _DAY)]
    other = Widget()
    for widget in (*boxes, other):
        form.set_focus(widget)
    form.set_focus(other, scroll_visible=False, from_app_focus=True)
    form.set_focus(None)
    form._reactive_focused = other  # it has no name
    form._stay_at_focus()
    assert form.focus_on == "text"
    form._reactive_focused = boxes[1]
    form._stay_at_focus()
    assert form.focus_on == "day"
    assert asked == [(boxes[0], False, False), (boxes[1], False, False), (other, True, False), (other, False, True), (None, True, False)]  # fmt: skip


def test_closed_forms_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    app: Any = SimpleNamespace(uninstall_screen=gone.append)

    def forms() -> dict[str, Any]:
        gone.clear()
        return {
            name: SimpleNamespace(name=name, remove=lambda name=name: gone.append(f"{name} goes")) for name in "abcd"
        }

    def are_open(*names: str) -> None:
        monkeypatch.setattr(kept, "open_screens", lambda _app: [one for one in all_forms.values() if one.name in names])

    for most, opened, gone_then in (
        ({}, "", ["a", "a goes", "b", "b goes", "c", "c goes", "d", "d goes"]),
        ({}, "b", ["a", "a goes", "c", "c goes", "d", "d goes"]),
        ({"but_latest": 2}, "", ["a", "a goes", "b", "b goes"]),
        ({"but_latest": 3}, "a", ["b", "b goes"]),
        ({"but_latest": 4}, "", []),
        ({"but_latest": 9}, "", []),
    ):
        all_forms = forms()
        are_open(*opened)
        left = dict(all_forms)
        kept.forget_forms(app, left, **most)
        assert gone == gone_then
        assert [*left] == [name for name in "abcd" if name not in gone_then]


def test_what_goes_to_the_terminal_is_plain() -> None:
    console = Console(color_system="truecolor", force_terminal=True)
    bold = Style(bold=True)
    bell = Segment("x", None, [(ControlType.BELL,)])
    told = [
        textual_internals.render_plain(Strip(line), console)
        for line in (
            [Segment("fine "), Segment("bold", bold)],
            [Segment("a\x1b[2Jb", bold), Segment("c\x07d")],
            [bell, Segment("e")],
            [Segment("f\u202eg")],
        )
    ]
    assert told == ["fine \x1b[1mbold\x1b[0m", "\x1b[1ma[2Jb\x1b[0mcd", "e", "fg"]


def test_the_parts_of_lines_that_are_drawn() -> None:
    line = Strip([Segment("abcdef")])
    whole = LayoutUpdate([[line, line], [line]], Region(3, 2, 12, 2))
    assert [(y, x, strip.text) for y, x, strip in textual_internals._strips(whole)] == [
        (2, 3, "abcdef"),
        (2, 9, "abcdef"),
        (3, 3, "abcdef"),
    ]
    chops: Any = [{0: line, 6: None, 8: line}, {0: line, 6: line, 12: line}]
    spans = [(0, 0, 14), (1, 2, 8), (1, 12, 13)]
    some = ChopsUpdate(chops, spans, [[6, 8, 14], [6, 12, 18]])
    assert [(y, x, strip.text) for y, x, strip in textual_internals._strips(some)] == [
        (1, 0, "abcdef"),
        (1, 6, "ab"),
        (1, 12, "a"),
        (0, 0, "abcdef"),
        (0, 8, "abcdef"),
    ]


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
def test_an_app_without_color_and_with_the_terminals_own(theme: str) -> None:
    app: App[None] = App()
    app.theme = theme
    own = ANSIToTruecolor(app.ansi_theme, enabled=theme == "ansi-dark")
    app._filters = [Monochrome(), own]
    textual_internals.follow_first_theme(app)
    textual_internals.draw_without_color(app)
    assert (app.no_color, [type(one) for one in app._filters]) == (True, [ANSIToTruecolor, NoColor])
    assert own.enabled == (theme == "textual-dark")


def test_what_is_reached_inside_textual() -> None:
    app: App[None] = App()
    assert textual_internals.driver_of(app) is None
    driver: Any = SimpleNamespace()
    assert not textual_internals.forget_key_thread(driver)
    assert not vars(driver)
    driver._key_thread = object()
    assert textual_internals.forget_key_thread(driver)
    assert driver._key_thread is None
    textual_internals.show_no_toasts(app)
    assert (app._disable_notifications, app._disable_tooltips) == (True, True)
    crashed: list[Exception] = []
    app._handle_exception = crashed.append  # type: ignore[method-assign, assignment]
    error = ValueError()
    textual_internals.crash(app, error)
    assert crashed == [error]
