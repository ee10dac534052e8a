"""What was typed into a form and not saved is there again, also when the app is opened anew."""

import pytest
from app_case import WIDE, command, drawn, fill_in, go_to, highlight, message, open_app, press, settle, wait_until

from advisory.caseload.caseload import Caseload
from advisory.store import Drafts

FORMS = {
    "promise": {"text": "bring the atlas"},
    "move-back": {"reason": "I missed our talk"},
    "draft-pact": {"learning_target": "I can read a graph", "why": "“So that”"},
    "edit-student": {"preferred_name": "Zuzu"},
}


async def type_into(pilot, values: dict[str, str]) -> None:
    for name, value in values.items():
        widget = pilot.app.screen.query_one(f"#field-{name}")
        if hasattr(widget, "value"):
            widget.value = value
        else:
            widget.text = value
    await settle(pilot)


@pytest.mark.parametrize("form", FORMS)
async def test_escape_keeps_it_and_the_form_goes_on_with_it_also_at_the_next_start(demo: Caseload, form: str) -> None:
    before = demo.store.seq
    async with open_app(demo, WIDE) as pilot:
        await highlight(pilot, demo.one("amina"))
        await command(pilot, form)
        await type_into(pilot, FORMS[form])
        await press(pilot, "escape")
        assert message(pilot).startswith("Not saved yet")
        await command(pilot, form)
        assert pilot.app.screen.values | FORMS[form] == pilot.app.screen.values
        await press(pilot, "escape")
    async with open_app(demo, WIDE, screen="today") as pilot:
        assert message(pilot).startswith("✎ 1 draft")
        await go_to(pilot, "caseload")
        await highlight(pilot, demo.one("amina"))
        await command(pilot, form)
        assert pilot.app.screen.values | FORMS[form] == pilot.app.screen.values
        await press(pilot, "ctrl+d", "escape")
        assert Drafts(demo.store.folder).all() == []
    assert demo.store.seq == before


async def test_a_box_for_a_number_a_day_or_a_file_keeps_none_and_says_so(demo: Caseload) -> None:
    async with open_app(demo, WIDE) as pilot:
        for form, values in {"timer": {"minutes": "heme"}, "import-roster": {"file": "somewhere.txt"}}.items():
            await command(pilot, form)
            assert "Esc closes" in drawn(pilot)
            await type_into(pilot, values)
            await press(pilot, "escape")
            assert "Not saved yet" not in message(pilot)
            await command(pilot, form)
            assert not any(pilot.app.screen.values[name] for name in values)
            await press(pilot, "escape")
    assert Drafts(demo.store.folder).all() == []


async def test_saving_leaves_no_draft(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "promise")
        await type_into(pilot, FORMS["promise"])
        await press(pilot, "escape")
        await command(pilot, "promise")
        await fill_in(pilot)
        assert message(pilot).startswith("Promised")
        assert Drafts(demo.store.folder).all() == []
        await command(pilot, "promise")
        assert pilot.app.screen.values["text"] == ""


async def test_a_form_that_was_only_looked_at_leaves_no_draft(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        for form in FORMS:
            await command(pilot, form)
            await press(pilot, "escape")
            assert "Not saved yet" not in message(pilot), form
    assert Drafts(demo.store.folder).all() == []


async def test_what_is_typed_is_on_the_disk_before_anything_is_pressed(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "promise")
        await press(pilot, *"ab")
        await wait_until(pilot, Drafts(demo.store.folder).all)
        assert Drafts(demo.store.folder).all()[0].fields["text"] == "ab"


async def test_what_is_typed_is_kept_when_the_app_is_left_in_the_middle(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "draft-pact")
        await press(pilot, *"ab")
        pilot.app.leave()
    assert Drafts(demo.store.folder).all()[0].fields["learning_target"] == "ab"


async def test_each_student_s_form_has_a_draft_of_its_own(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await highlight(pilot, demo.one("amina"))
        await command(pilot, "promise")
        await type_into(pilot, FORMS["promise"])
        await press(pilot, "escape")
        await highlight(pilot, demo.one("kai"))
        await command(pilot, "promise")
        assert pilot.app.screen.values["text"] == ""


async def test_the_hint_that_it_can_be_thrown_away_is_on_the_screen(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "promise")
        await type_into(pilot, FORMS["promise"])
        await press(pilot, "escape")
        await command(pilot, "promise")
        assert "^d discards it" in drawn(pilot)
