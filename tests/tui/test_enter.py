"""One rule for Enter: it goes to the next field and saves in the last one, and the footer says so in every form."""

import pytest
from app_case import case_screen, do, drawn, message, open_app, press, settle
from examples import some_of
from textual.widgets import Static

from advisory.caseload.caseload import Caseload
from advisory.tui.commands.base import may_show_dialog
from advisory.tui.commands.registry import commands_of
from advisory.tui.dialogs.dialog import Dialog
from advisory.tui.dialogs.feedback import FeedbackDialog
from advisory.tui.dialogs.form.form import FormDialog
from advisory.tui.dialogs.pick import PickDialog
from advisory.tui.widgets.boxes.list_area import ListArea

SCREENS = ("caseload", "card", "known_well", "pact", "settings")
"""Between them they have every command with a form."""


def footer(form: FormDialog) -> str:
    return form.query_one(".dialog-keys", Static).visual.plain


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_form_says_what_enter_does_in_each_of_its_fields(demo: Caseload, screen: str) -> None:
    seq = demo.store.seq
    async with open_app(demo, screen=screen) as pilot:
        app = pilot.app
        seen = 0
        asking = [
            one
            for one in commands_of(screen)
            if not one.everywhere
            and one.id not in {"quit", "set-aside", "forget-fact", "focal", "plan"}
            and may_show_dialog(one.function())
            and case_screen(pilot).highlighted.has(one.needs)
        ]
        for one in some_of(asking):
            await do(pilot, one.id)
            if isinstance(app.screen, PickDialog) and one.id in {"add-sign", "insight"}:
                await press(pilot, "enter")
            form = app.screen
            if isinstance(form, FormDialog) and not isinstance(form, FeedbackDialog):
                seen += 1
                for field in form._fields:
                    form.set_focus(form.widget_of(field.name))
                    await settle(pilot)
                    assert "^s" in footer(form), one.id
                    assert footer(form).startswith("Enter"), one.id
                    if field is form._fields[-1] and not field.is_list:
                        assert "next field" not in footer(form), one.id
                        continue
                    before, here = form.values, form.widget_of(field.name)
                    if isinstance(here, ListArea):
                        assert "Enter new line" in footer(form)
                        form.widget_of(field.name).value = "one"
                        form.set_focus(here)
                        here.move_cursor(here.document.end)
                        await press(pilot, "enter")
                        assert form.focused is here
                        await press(pilot, "enter")
                        assert form.focused is not here
                    else:
                        await press(pilot, "enter")
                        assert app.screen is form, (one.id, field.name)
                        assert form.focused is not here, (one.id, field.name)
                        assert form.values == before
                await press(pilot, "ctrl+d", "escape")
            while isinstance(app.screen, Dialog) or case_screen(pilot).stem != screen:
                await press(pilot, "escape")
        assert seen
    assert demo.store.seq == seq


async def test_the_talk_about_a_piece_of_work_saves_after_its_last_move(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await do(pilot, "feedback")
        talk = pilot.app.screen
        assert isinstance(talk, FeedbackDialog)
        while footer(talk).startswith("Enter ↓ next"):
            await press(pilot, "enter")
            assert pilot.app.screen is talk
        assert footer(talk).startswith("Enter saves")
        await press(pilot, "enter")
        assert not footer(talk).startswith("Enter saves")  # it comes back, says what is missing, and stands there


async def test_ctrl_s_saves_a_note_and_a_group_entry_from_any_box(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "c", *"Hi", "ctrl+s")
        assert message(pilot).startswith("Saved: one-to-one")
        await press(pilot, "g", *"Built it", "tab")
        assert "^s saves" in drawn(pilot)
        await press(pilot, "tab", "tab")
        assert "Enter or Tab text · ^s saves" in drawn(pilot)
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Saved: ")
