"""Styles are worked out when a widget comes to a screen, which takes a third of opening a form, and not before as well."""

import sys

import pytest
from app_case import case_screen, open_app, settle
from textual.app import App
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
