"""What our compositor renders is what Textual's does, and of what is not seen it renders nothing."""

from app_case import WIDE, open_app, press, settle
from textual._compositor import Compositor
from textual.strip import Strip
from textual.widgets import TextArea

from advisory.caseload.caseload import Caseload
from advisory.tui.style.themes import THEMES
from advisory.tui.textual_compositor import ThriftyCompositor

LOOKED_AT: tuple[tuple[str, ...], ...] = (
    (),
    ("c", "B"),
    ("escape", "0"),
    ("right_square_bracket", "o"),
    ("escape", "escape", "3"),
)
"""Keys, after each of which the screen is looked at: a list, a note over it, a card, a form over it, a board."""


async def test_a_screen_is_rendered_as_textual_renders_it(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        for keys in LOOKED_AT:
            await press(pilot, *keys)
            ours = pilot.app.screen._compositor
            assert type(ours) is ThriftyCompositor
            theirs = Compositor._render_chops(ours, ours.size.region, lambda _y: True)
            assert ours.render_strips() == [Strip.join(line.values()) for line in theirs], keys


async def test_of_a_widget_only_the_lines_that_changed_are_rendered_and_nothing_under_it(
    demo: Caseload, painted
) -> None:
    async with open_app(demo, WIDE) as pilot:
        screen = pilot.app.screen
        rendered = {widget: [] for widget in screen._compositor.visible_widgets}
        for widget, crops in rendered.items():
            widget.render_lines = lambda crop, its=widget.render_lines, crops=crops: crops.append(crop) or its(crop)
        screen.body.refresh_line(4)
        await settle(pilot)
        assert {widget: crops for widget, crops in rendered.items() if crops} == {screen.body: [(0, 4, 80, 1)]}


async def test_a_widget_shown_over_others_changes_nothing_but_where_it_is(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        await press(pilot, "c", "escape")
        compositor, changed = pilot.app.screen._compositor, []
        reflow = compositor.reflow
        compositor.reflow = lambda *its: (reflow(*its), changed.append({*compositor._dirty_regions}))[0]
        await press(pilot, "c")
        assert len(changed) == 1
        assert min(region.y for region in changed[0]) > compositor.size.height // 2


async def test_what_is_kept_of_a_widget_is_what_it_would_draw_anew(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:  # it scrolls
        screen = pilot.app.screen
        for keys in (("pagedown", "down"), ("c", "B"), ("escape", "slash", "a")):
            await press(pilot, *keys)
            for area in screen.query(TextArea):
                area.cursor_blink = False  # the cursor is drawn, whenever that is
            await settle(pilot)
            kept = screen._compositor.render_strips()
            for theme in (THEMES[1], THEMES[0]):
                pilot.app.theme = theme
                await settle(pilot)
                assert (screen._compositor.render_strips() == kept) == (theme == THEMES[0])
            for widget in screen._compositor.visible_widgets:
                widget._styles_cache.clear()
            assert screen._compositor.render_strips() == kept, keys
