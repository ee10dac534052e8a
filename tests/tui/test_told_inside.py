"""What is laid out, rendered and written of a screen, of widgets that nobody mounted, compared with `told/`."""

from types import SimpleNamespace
from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual._compositor import LayoutUpdate, MapGeometry
from textual.color import Color
from textual.geometry import Offset, Region, Size, Spacing
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from told_case import StandIn, compare

from advisory.caseload.caseload import Caseload
from advisory.rules.refusal import Refusal
from advisory.tui import textual_compositor, textual_internals, textual_layout
from advisory.tui.dialogs.pact import editor as pact_editor
from advisory.tui.dialogs.pact.editor import PactEditor
from advisory.tui.running.own_editor import Rewritten
from advisory.tui.textual_compositor import PlainStylesCache, ThriftyCompositor
from advisory.tui.textual_internals import ThriftyApp
from advisory.tui.textual_layout import SeenThrough, StyledOnce
from advisory.tui.widgets.boxes.note_area import NoteArea
from advisory.tui.words.note.note_completion import _family, why_kind_stays


def test_how_a_screen_is_laid_out_and_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    for required in (False, True):
        widgets = [SimpleNamespace(scrollbars_enabled=(False, False), _layout_required=True) for _ in range(2)]
        screen: Any = SimpleNamespace(
            _layout_required=required,
            walk_children=lambda _kind, widgets=widgets: widgets,
            app=SimpleNamespace(size=Size(80, 24)),
        )

        def lays_out(screen: Any, size: Size, widgets: Any = widgets) -> None:
            told.append(f"    laid out for {size}")
            widgets[1].scrollbars_enabled = (True, False)
            screen._layout_required = True

        monkeypatch.setattr(Screen, "_refresh_layout", lays_out)
        told.append(
            f"{required}: {textual_layout.lay_out(screen)} {screen._layout_required} {[one._layout_required for one in widgets]}"
        )
    monkeypatch.setattr(
        Widget, "refresh", lambda _bar, *regions, **named: told.append(f"    draws {len(regions)} {named}")
    )
    bar: Any = SimpleNamespace(
        parent=None,
        size=Size(1, 9),
        styles=SimpleNamespace(_cache_key=1),
        mouse_over=False,
        grabbed=None,
        window_virtual_size=9,
        window_size=3,
        position=0,
    )
    for changes in (
        {},
        {},
        {"position": 1},
        {"mouse_over": True},
        {"grabbed": 1},
        {"window_size": 4},
        {"window_virtual_size": 10},
        {"size": Size(1, 8)},
        {},
    ):
        vars(bar).update(changes)
        told.append(f"{changes}")
        textual_layout.draw_scroll_bar(bar)
    for named in ({"layout": True}, {"recompose": True}, {"repaint": False}):
        told.append(f"{named}")
        textual_layout.draw_scroll_bar(bar, Region(0, 0, 1, 1), **named)
    compare(told, "inside_layout")


class Shown(StyledOnce[None], inherit_bindings=False):
    """A screen that was never drawn."""

    size = Size(80, 24)
    styles: Any = SimpleNamespace(_cache_key=1, background=Color(0, 0, 0))
    app: Any = None

    def __init__(self, told: list[str]) -> None:
        self.told = told
        self.__dict__.update(_layout_required=False, _repaint_required=False, _dirty_widgets={1}, is_held=False)


def test_when_a_screen_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    screen: Any = Shown(told)
    monkeypatch.setattr(Screen, "refresh", lambda one, *regions, **named: told.append(f"    refreshes {named}") or one)
    for name in ("_screen_resized", "_refresh_layout", "_on_timer_update", "_compositor_refresh"):
        monkeypatch.setattr(Screen, name, lambda _one, *given, name=name: told.append(f"    {name} {given}"))
    for key, named in (
        (1, {}),
        (1, {}),
        (1, {"layout": True}),
        (2, {"layout": True}),
        (2, {"layout": True}),
        (2, {"repaint": False}),
        (3, {"repaint": True}),
    ):
        screen.styles = SimpleNamespace(_cache_key=key, background=Color(0, 0, 0))
        told.append(f"{key} {named}")
        screen.refresh(**named)
    for held in (False, True):
        for before, wanted, laid_out, required in (
            (80, 80, 80, False),
            (80, 80, 70, False),
            (80, 70, 80, False),
            (70, 80, 80, False),
            (80, 80, 80, True),
        ):
            screen.is_held, screen._layout_required = held, required
            screen.size = Size(before, 24)
            screen._compositor = SimpleNamespace(size=Size(laid_out, 24))
            told.append(f"{held} {before} {wanted} {laid_out} {required}")
            screen._screen_resized(Size(wanted, 24))
            told.append(f"    required {screen._layout_required}")
        for does in ("_refresh_layout", "_on_timer_update"):
            screen._layout_required = False
            getattr(screen, does)()
            told.append(f"{held} {does}: required {screen._layout_required}")
    compositor = SimpleNamespace(
        update_widgets=lambda some: told.append(
            f"    updates {'itself' if some == {screen} else sorted(map(str, some))}"
        ),
        visible_widgets={"a": 1, "b": 2},
    )
    screen._compositor = compositor
    clear, full = (
        SimpleNamespace(styles=SimpleNamespace(background=Color(0, 0, 0, 0.5))),
        SimpleNamespace(styles=SimpleNamespace(background=Color(0, 0, 0))),
    )
    for batch, held, repaint, top in (
        (1, False, True, screen),
        (0, True, True, screen),
        (0, False, True, screen),
        (0, False, False, screen),
        (0, False, True, full),
        (0, False, False, full),
        (0, False, True, clear),
    ):
        screen.app = SimpleNamespace(_batch_count=batch, screen=top, screen_stack=[])
        screen.is_held, screen._repaint_required, screen._dirty_widgets = held, repaint, {1}
        where = {id(screen): "on top", id(full): "covered", id(clear): "seen through"}[id(top)]
        told.append(f"{batch} {held} {repaint} {where}")
        screen._compositor_refresh()
        told.append(f"    {screen._repaint_required} {screen._dirty_widgets}")
    monkeypatch.setattr(
        textual_layout, "draw_now", lambda one: told.append(f"    draws {'it' if one is screen else one}")
    )
    screen.app, screen.is_held = SimpleNamespace(screen_stack=["one", "two", screen]), True
    screen.draw_whole()
    told.append(f"{screen.is_held}")
    compare(told, "inside_drawn")


def test_what_is_seen_through_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    lines = [Strip([Segment("seen ", Style(color="red")), Segment("plain")]), Strip([Segment("below")])]
    below: Any = SimpleNamespace(_compositor=SimpleNamespace(render_strips=lambda: lines))
    monkeypatch.setattr(Screen, "render_line", lambda _one, y: f"own {y}")
    monkeypatch.setattr(Screen, "refresh", lambda one, *_regions, **named: told.append(f"    refreshes {named}") or one)
    for alpha, stack in ((0.5, [below]), (1, [below]), (0.5, None), (0.5, ["itself"])):
        screen: Any = SeenThrough.__new__(
            type(
                "Over",
                (SeenThrough,),
                {
                    "styles": SimpleNamespace(background=Color(0, 0, 80, alpha)),
                    "visual_style": SimpleNamespace(rich_style=Style(bgcolor="blue")),
                },
                inherit_bindings=False,
            )
        )
        token = (
            textual_layout.visible_screen_stack.set([screen if one == "itself" else one for one in stack])
            if stack
            else None
        )
        told.append(f"{alpha} {stack and len(stack)}")
        for y in (0, 1, 2):
            drawn = screen.render_line(y)
            told.append(
                f"    {y}: {drawn if isinstance(drawn, str) else [(one.text, str(one.style)) for one in drawn]}"
            )
        screen.refresh(layout=True)
        told.append(f"    kept {screen._below}")
        if token:
            textual_layout.visible_screen_stack.reset(token)
    compare(told, "inside_seen_through")


class Drawn(Widget):
    """A widget of one letter."""

    def __init__(self, letter: str) -> None:
        self.letter, self.asked = letter, list[Region]()

    def render_lines(self, crop: Region) -> list[Strip]:
        self.asked.append(crop)
        return [Strip([Segment(self.letter * crop.width)]) for _ in range(crop.height)]

    __hash__ = object.__hash__


def _placed(region: Region, order: int, clip: Region | None = None) -> MapGeometry:
    return MapGeometry(region, ((order,),), clip or Region(0, 0, 12, 4), Size(12, 4), Size(12, 4), Spacing(), Spacing())  # type: ignore[arg-type]


def test_which_parts_of_which_lines_are_rendered() -> None:
    told: list[str] = []
    compositor = ThriftyCompositor()
    front, behind, away = (Drawn(letter) for letter in "fba")
    compositor.size = Size(12, 4)
    compositor._visible_widgets = {
        front: (Region(3, 1, 4, 2), Region(0, 0, 12, 4)),
        behind: (Region(0, 0, 12, 4), Region(0, 0, 12, 3)),
        away: (Region(0, 3, 12, 2), Region(0, 0, 12, 4)),
    }
    compositor._cuts = [[0, 3, 7, 12] for _ in range(4)]
    for dirty in (
        [],
        [Region(0, 0, 12, 4)],
        [Region(3, 1, 4, 1)],
        [Region(4, 2, 1, 1)],
        [Region(7, 2, 5, 1)],
        [Region(0, 0, 3, 1), Region(9, 3, 3, 1)],
        [Region(20, 9, 2, 2)],
    ):
        compositor._dirty_regions = {*dirty}
        for one in (front, behind, away):
            one.asked.clear()
        update = compositor.render_partial_update()
        told.append(f"{[tuple(one) for one in dirty]}: {len(compositor._dirty_regions)} left")
        if update is not None:
            for y, chops in enumerate(update.chops):
                told.append(f"    {y}: { ({x: chop and chop.text for x, chop in chops.items()}) }")
            told.append(f"    spans {update.spans} ends {update.chop_ends[0]}")
        told.append(
            f"    asked {[(one.letter, [tuple(crop) for crop in one.asked]) for one in (front, behind, away) if one.asked]}"
        )
    told.append(
        f"{[''.join(chop.text for chop in line.values() if chop) for line in compositor._render_chops(Region(0, 1, 12, 9), lambda y: y != 2)]}"
    )
    whole, cut = Region(0, 0, 4, 1), Region(0, 0, 2, 1)
    before = {front: _placed(whole, 1), behind: _placed(whole, 2), away: _placed(whole, 3)}
    for what, after in (
        ("the same", before), ("moved", {**before, front: _placed(Region(1, 0, 4, 1), 1)}), ("clipped", {**before, front: _placed(whole, 1, cut)}),
        ("gone", {front: before[front]}), ("other order", {front: _placed(whole, 2), behind: _placed(whole, 1), away: before[away]}), ("none", {}),
    ):  # fmt: skip
        moved = sorted(tuple(one) for one in textual_compositor._moved(before, after))
        told.append(f"{what}: {textual_compositor._is_order_kept(before, after)} {moved}")
        told.append(f"    and back {sorted(tuple(one) for one in textual_compositor._moved(after, before))}")
    for shown in ((True, True), (True, False), (False, True)):
        told += [f"{shown}: {textual_compositor._is_displayed(SimpleNamespace(ancestors_with_self=[SimpleNamespace(display=one) for one in shown]))}"]  # fmt: skip
    compare(told, "inside_rendered")


def test_when_nothing_is_put_around_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    cache = PlainStylesCache()
    monkeypatch.setattr(textual_compositor.StylesCache, "render_line", lambda *_given: "put around")
    usual = {
        "outline": (("", None),) * 4,
        "tint": Color(0, 0, 0, 0),
        "has_rule": lambda _name: False,
        "text_opacity": 1,
    }
    black = Color(0, 0, 0)
    for changes in (
        {},
        {"outline": (("", None), ("heavy", None))},
        {"tint": Color(1, 1, 1, 0.5)},
        {"has_rule": lambda name: name == "hatch"},
        {"text_opacity": 0.5},
    ):
        for size, content, opacity, length in ((9, 9, 1, 9), (9, 8, 1, 9), (9, 9, 0.5, 9), (9, 9, 1, 4)):
            line = cache.render_line(
                SimpleNamespace(**{**usual, **changes}),
                0,
                Size(size, 1),
                Size(content, 1),
                Spacing(),
                black,
                black,
                lambda _y, length=length: Strip([Segment("x" * length)]),
                "",
                "",
                opacity,
            )
            told.append(
                f"{[*changes]} {size} {content} {opacity} {length}: {line if isinstance(line, str) else repr(line.text)}"
            )
    compare(told, "inside_plain")


def test_what_is_written_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    app = ThriftyApp()
    app.told_screen = SimpleNamespace(outer_size=Size(12, 4))
    monkeypatch.setattr(ThriftyApp, "screen", property(lambda one: one.told_screen))
    monkeypatch.setattr(ThriftyApp, "is_headless", property(lambda one: one.told_headless))
    monkeypatch.setattr(ThriftyApp, "size", Size(12, 4))
    monkeypatch.setattr(
        textual_internals.App,
        "_display",
        lambda _app, _screen, what: told.append(f"    {type(what).__name__} {getattr(what, '_text', '')!r}"),
    )
    update = LayoutUpdate([[Strip([Segment("one")])]], Region(0, 0, 3, 1))
    for running, batch, headless, driver, moved in (
        (False, 0, False, 1, False),
        (True, 1, False, 1, False),
        (True, 0, True, 1, False),
        (True, 0, False, None, False),
        (True, 0, False, 1, False),
        (True, 0, False, 1, False),
        (True, 0, False, 1, True),
    ):
        app._running, app._batch_count, app.told_headless, app._driver = running, batch, headless, driver  # type: ignore[assignment]
        app.cursor_position, app._previous_cursor_position = Offset(3, 1) if moved else Offset(0, 0), Offset(0, 0)
        for what in (update, None, "text"):
            told.append(f"{running} {batch} {headless} {driver} {moved} {type(what).__name__}")
            app._display(app.told_screen, what)
    monkeypatch.setattr(app, "refresh", lambda *_given: told.append("    refreshes"))
    for _ in range(2):
        app.draw_anew()
        told.append("drawn anew")
    for text in ("", "a", "b\x1b[2J"):
        for style in (None, Style(bold=True)):
            told += [f"{app._texts.of(Strip([Segment(text, style)]), textual_internals.ColorSystem.TRUECOLOR).runs}"]
    compare(told, "inside_written")


async def test_when_everything_is_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    app = ThriftyApp()
    monkeypatch.setattr(ThriftyApp, "size", Size(80, 24))
    monkeypatch.setattr(app, "draw_anew", lambda: told.append("    anew"))

    async def passes(_app: object, event: events.Event) -> None:
        told.append(f"    {type(event).__name__}")

    monkeypatch.setattr(textual_internals.App, "on_event", passes)
    for size in (Size(80, 24), Size(70, 24)):
        for pixels in (None, Size(800, 480)):
            told.append(f"{size} {pixels}")
            await app.on_event(events.Resize(size, size, None, pixels))
    await app.on_event(events.Blur())
    compare(told, "inside_anew")


def test_a_text_from_an_editor_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    area: Any = NoteArea.__new__(
        type(
            "Told",
            (NoteArea,),
            {
                "text": "before\nit",
                "is_covered": False,
                "document": SimpleNamespace(end=(1, 2)),
                "replace": lambda _self, *given, **named: told.append(f"    replaces {given} {named}"),
            },
        )
    )
    dialog: Any = SimpleNamespace(
        focused=area,
        app=SimpleNamespace(suspend=lambda: "lent"),
        _here="why",
        _show_notice=lambda text: told.append(f"    says {text!r}"),
        keep_now=lambda: told.append("    keeps"),
    )
    for place in (None, lambda name: f"place of {name}"):
        dialog._place_for = place
        for written in (
            Rewritten("before\nit"),
            Rewritten("after", "It ended with an error."),
            Refusal("No editor is set."),
        ):

            def write(
                text: str, _environment: object, lent: object, *, place: object, written: Any = written
            ) -> Rewritten:
                told.append(f"    edits {text!r} {lent} {place}")
                if isinstance(written, Exception):
                    raise written
                return written

            monkeypatch.setattr(pact_editor, "write_in_own_editor", write)
            told.append(f"{written}")
            PactEditor.action_own_editor(dialog)
    type(area).is_covered = True
    for dialog.focused in (area, None):
        PactEditor.action_own_editor(dialog)
    compare(told, "inside_editor")


def test_what_is_drawn_anew_after_a_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    one, other = Drawn("o"), Drawn("x")
    before = {one: _placed(Region(0, 0, 4, 1), 1), other: _placed(Region(0, 1, 4, 1), 2)}
    moved = {**before, one: _placed(Region(2, 0, 4, 1), 1)}
    swapped = {one: _placed(Region(0, 0, 4, 1), 2), other: _placed(Region(0, 1, 4, 1), 1)}
    compositor = ThriftyCompositor()
    for after, size in ((before, 12), (moved, 12), (moved, 11), (swapped, 12)):

        def reflow(self: Any, _parent: object, size: Size, after: Any = after) -> str:
            self._full_map, self.size, self._dirty_regions = after, size, {Region(0, 0, 99, 9)}
            return "reflown"

        monkeypatch.setattr(textual_compositor.Compositor, "reflow", reflow)
        compositor._full_map, compositor.size, compositor._full_map_invalidated = before, Size(12, 4), True
        compositor._dirty_regions = {Region(1, 1, 1, 1)}
        done = compositor.reflow(one, Size(size, 4))
        dirty = sorted(tuple(region) for region in compositor._dirty_regions)
        told.append(f"{size} {len(after)}: {done} {compositor._full_map_invalidated} {dirty}")
    compare(told, "inside_reflown")


def test_whose_family_a_note_is_about(demo: Caseload) -> None:
    desk = StandIn(demo).desk
    maya, kai = demo.one("Maya"), demo.one("Kai")
    told = []
    for about in (maya.id, kai.id, "s0009999", ""):
        for text in ("", "Maya: drew", "Maya drew", "Noah: drew", "Maya Kai: drew", "nobody: drew", "Kai: drew"):
            told += [f"{about} {text!r}: {[one.name for one in _family(desk, about, text)]}"]
    compare(told, "inside_families")


def test_why_a_kind_stays(caseload: Caseload) -> None:
    desk = StandIn(caseload).desk
    told = []
    for kind in (None, "observation"):
        for reading in (None, SimpleNamespace(kind=kind)):
            for text in ("", " ", "@aunt", "@aunt ", "walked @aunt", "@aunt walked", "a @", "@"):
                for cursor in sorted({len(text), max(0, len(text) - 1)}):
                    why = why_kind_stays(desk, SimpleNamespace(reading=reading), text, cursor)
                    told += [f"{kind} {bool(reading)} {text!r} {cursor}: {why}"]
    compare(told, "inside_kinds")


async def test_what_is_asked_before_a_pact_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    given: list[Any] = []

    def asks(what: str) -> Any:
        async def ask(_dialog: object, _check: object, *, covered: bool) -> Any:
            told.append(f"    asks {what}{' covered' * covered}")
            return given.pop(0)

        return ask

    for name in ("ask_again", "ask_to_begin"):
        monkeypatch.setattr(pact_editor, name, asks(name))
    for problems, changed, is_kept, begins, answer in (
        (True, [], False, False, None), (False, [], False, False, None), (False, [], False, True, None), (False, [], False, True, "yes"), (False, [], True, True, None),
        (False, ["why"], True, False, None), (False, ["why"], True, False, "yes"), (False, ["why"], False, True, "yes"),
    ):  # fmt: skip
        case: Any = SimpleNamespace(
            is_kept=is_kept,
            answers=None,
            check=lambda _values, *, begins, problems=problems, changed=changed: SimpleNamespace(
                problems=problems, changed=changed
            ),
        )
        dialog: Any = SimpleNamespace(
            _case=case, values={"why": "x"}, _covered=False, _show_problems=bool, keep_now=lambda: told.append("    keeps"),
            _show_notice=lambda text: told.append(f"    says {text}"), take=lambda values: told.append(f"    takes {values}"),
        )  # fmt: skip
        given[:] = [answer]
        told.append(f"{problems} {changed} {is_kept} {begins} {answer}")
        await PactEditor._finish(dialog, begins=begins)
        told.append(f"    {case.answers}")
    dialog = SimpleNamespace(
        is_busy=False, run_worker=lambda work, **named: (told.append(f"    works {named}"), work.close())
    )
    dialog._do = lambda doing: PactEditor._do(dialog, doing)

    async def fails() -> None:
        raise ValueError("no")

    doing = fails()
    PactEditor._begin(dialog, doing)
    doing.close()
    told.append(f"{dialog.is_busy}")
    with pytest.raises(ValueError, match="no"):
        await PactEditor._do(dialog, fails())
    told.append(f"{dialog.is_busy}")
    dialog = SimpleNamespace(_finish=lambda *, begins: f"begins {begins}", _begin=told.append)
    PactEditor.action_take(dialog)
    PactEditor.action_agree(dialog)
    compare(told, "inside_saved")
