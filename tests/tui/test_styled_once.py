"""Styles are worked out when a widget comes to a screen, which takes a third of opening a form, and not before as well."""

import sys

import pytest
from app_case import case_screen, open_app, press, settle
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.screen import Screen

from advisory.caseload.caseload import Caseload
from advisory.tui.widgets.boxes.note_area import NoteArea


async def test_a_box_is_styled_when_it_is_mounted_and_not_when_it_is_made(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        box = NoteArea(placeholder="")
        assert not box.styles.has_rule("background")
        await case_screen(pilot).mount(box)
        await settle(pilot)
        assert box.styles.has_rule("background")
        box.add_class("-other")
        assert box.styles.has_rule("background")


async def test_a_dialog_has_its_styles_also_where_tasks_begin_at_once(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From Python 3.12 on a dialog is composed before Textual reads its sheet."""
    read = App._load_screen_css

    def read_too_late(app: App, screen: Screen) -> None:
        if sys._getframe(1).f_code.co_name != "push_screen":
            read(app, screen)

    async with open_app(demo, screen="today") as pilot:
        monkeypatch.setattr(App, "_load_screen_css", read_too_late)
        await pilot.press("g")
        await settle(pilot)
        panel = pilot.app.screen.query_one(".dialog")
        assert panel.region.y > 0
        assert panel.styles.background.a > 0


async def test_a_screen_that_adds_its_sheet_styles_nothing_of_those_that_are_open(
    demo: Caseload, monkeypatch: pytest.MonkeyPatch
) -> None:
    styled: list[DOMNode] = []
    apply = Stylesheet.apply

    def seen(sheet: Stylesheet, node: DOMNode, **options: object) -> None:
        styled.append(node)
        apply(sheet, node, **options)

    async with open_app(demo) as pilot:
        before = {pilot.app, *pilot.app.screen.walk_children(with_self=True)}
        monkeypatch.setattr(Stylesheet, "apply", seen)
        await press(pilot, "v")
        assert pilot.app.screen.query_one("#beside-page").styles.padding.top == 1
        assert before.isdisjoint(styled)
        assert pilot.app.screen in styled
