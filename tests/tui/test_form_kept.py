"""A form is kept when it closes, and begins again about somebody else: nothing is left of what it was about before."""

from app_case import case_screen, drawn, highlight, open_app, press, resize, settle, strips
from examples import some_of
from rich.segment import Segment
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.tui.commands.base import fill
from advisory.tui.dialogs.form.field import Field
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.form.kept import begin_form
from advisory.tui.widgets.boxes.note_area import NoteArea

SIZE = (100, 30)
FORMS = {
    "o": ("text", "due"),
    "E": ("given_name", "birthday"),
    "P": ("why", "target_on"),
    "e": ("next_step",),
    "m": ("strategy",),
    "F": ("difficulty", "again_on"),
}
"""The key of a form, and boxes to type into."""
SECRET = "Zanzibar"


def form_of(pilot: Pilot[None]) -> FormDialog:
    form = pilot.app.screen
    assert isinstance(form, FormDialog), drawn(pilot)
    return form


def seen(pilot: Pilot[None]) -> list[list[Segment]]:
    """The form as it is drawn, with its colors, without what lies under it."""
    region = pilot.app.screen.query_one(".dialog").region
    for area in pilot.app.screen.query(NoteArea):
        area.cursor_blink = False  # the cursor is drawn, whenever that is
    lines = strips(pilot)[region.y : region.bottom]
    return [list(Segment.simplify(line.crop(region.x, region.right))) for line in lines]


async def opened(pilot: Pilot[None], key: str) -> FormDialog:
    await press(pilot, key)
    if not isinstance(pilot.app.screen, FormDialog):
        await press(pilot, "enter")  # which one, or what it is about
    return form_of(pilot)


async def spoil(pilot: Pilot[None], form: FormDialog, boxes: tuple[str, ...]) -> None:
    """Type into boxes, have it refused, hide it, show it again, and throw it away."""
    for name in boxes:
        box = form.widget_of(name)
        form.set_focus(box)
        box.value = f"{SECRET} " * 30
        await press(pilot, "end", "x")
    await press(pilot, "ctrl+s")
    assert pilot.app.screen is form, (form.values, drawn(pilot))
    await press(pilot, "ctrl+l", "ctrl+l", "shift+tab", "right", "pagedown")


async def test_a_form_about_somebody_else_shows_nothing_of_the_one_before(demo: Caseload) -> None:
    maya, diego = demo.one("maya"), demo.one("diego")
    async with open_app(demo, SIZE) as pilot:
        for key, boxes in some_of(FORMS.items()):
            await highlight(pilot, diego)
            form = await opened(pilot, key)
            fresh = seen(pilot)
            await press(pilot, "escape")
            await highlight(pilot, maya)
            assert (await opened(pilot, key)) is form, key
            await spoil(pilot, form, boxes)
            assert SECRET in drawn(pilot), drawn(pilot)
            await press(pilot, "ctrl+d", "escape")
            await highlight(pilot, diego)
            assert (await opened(pilot, key)) is form, key
            assert seen(pilot) == fresh, key
            await press(pilot, "ctrl+underscore")  # nothing can be undone to what was typed before
            assert SECRET not in "".join(form.values.values())
            await press(pilot, "ctrl+d", "escape")


def forget(pilot: Pilot[None]) -> None:
    """Keep no form any longer."""
    forms = pilot.app.desk.forms
    for made_of in forms:
        pilot.app.uninstall_screen(made_of)
    forms.clear()


async def test_a_form_opened_once_more_knows_the_size_the_theme_and_that_names_are_hidden(demo: Caseload) -> None:
    async with open_app(demo, SIZE) as pilot:
        await highlight(pilot, demo.one("maya"))
        before = {key: await opened_and_closed(pilot, key) for key in ("E", "P")}
        await press(pilot, "ctrl+l")
        pilot.app.theme = "advisory-light"
        await resize(pilot, 60, 20)
        for key, form in before.items():
            assert await opened(pilot, key) is form
            again = seen(pilot)
            assert "Okafor" not in drawn(pilot)
            await press(pilot, "escape")
        forget(pilot)
        assert await opened(pilot, "P") is not form
        assert again == seen(pilot)


async def opened_and_closed(pilot: Pilot[None], key: str) -> FormDialog:
    form = await opened(pilot, key)
    await press(pilot, "escape")
    return form


async def test_a_form_over_one_made_of_the_same_is_another_and_twelve_are_kept(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        screen = case_screen(pilot)

        def ask(heading: str, name: str) -> None:
            screen.run_in_background(fill(screen, "purge", heading, [Field(name, name)], lambda _values: None))

        ask("Outer", "one")
        await settle(pilot)
        outer, forms = form_of(pilot), dict(pilot.app.desk.forms)
        assert begin_form(pilot.app, pilot.app.desk.forms, FormDialog, outer._opening) is not outer
        assert pilot.app.desk.forms == forms
        for number in range(14):
            await press(pilot, "escape")
            ask(f"Form {number}", f"field_{chr(ord('a') + number)}")
            await settle(pilot)
            assert f"Form {number}" in drawn(pilot)
        await press(pilot, "escape")
        assert len(pilot.app.desk.forms) == 12
        assert outer not in pilot.app.desk.forms.values()
        assert not outer.is_attached
