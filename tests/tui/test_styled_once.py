"""Styles are worked out when a widget comes to a screen, which takes a third of opening a form, and not before as well."""

from app_case import case_screen, open_app, settle

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
