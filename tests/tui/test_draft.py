"""A note that was not saved: kept by Escape, and offered again when the app is opened anew."""

import pytest
from app_case import MODES, case_screen, command, drawn, go_to, highlight, message, open_app, press, settle, wait_until

from advisory.caseload.caseload import Caseload
from advisory.store import Drafts, WriteError
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMAND
from advisory.tui.drafts.unsaved import NOTE

TEXT = "She asked why we"


async def type_and_leave(pilot, student) -> None:
    await highlight(pilot, student)
    await command(pilot, "check-in")
    case_screen(pilot).notes.line.area.text = TEXT
    await press(pilot, "escape")


@pytest.mark.parametrize("screen", COMMAND["check-in"].where)
async def test_escape_keeps_the_draft_and_c_goes_on_with_it(demo: Caseload, screen: str) -> None:
    before = len(demo.check_ins)
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = TEXT
        await press(pilot, "escape")
        assert "draft is kept" in message(pilot)
        assert not case_screen(pilot).notes.line.is_open
        assert Drafts(demo.store.folder).load(NOTE, student_id).fields == {"text": TEXT}
        await command(pilot, "check-in")
        assert message(pilot).startswith("Your draft is back")
        assert case_screen(pilot).notes.line.area.text == TEXT
        await press(pilot, *" do", "enter")
    assert len(demo.check_ins) == before + 1
    assert Drafts(demo.store.folder).all() == []
    assert f"{TEXT} do" in {check_in.line for check_in in demo.store.check_ins_of(student_id)}


async def test_a_draft_is_offered_by_the_next_sitting_and_marked(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, maya)
        assert "✎ Maya Okafor" in drawn(pilot)
    async with open_app(demo, screen="today") as pilot:
        assert message(pilot) == "✎ 1 draft waits on Today: Tab to it, Enter picks it up, d discards it."
        assert "✎ Maya a note" in " ".join(drawn(pilot).split())
        await go_to(pilot, "caseload")
        assert "✎ Maya Okafor" in drawn(pilot)
        await highlight(pilot, maya)
        await press(pilot, "c", "enter")
        assert "✎" not in drawn(pilot)
    assert Drafts(demo.store.folder).all() == []
    assert TEXT in {check_in.line for check_in in demo.store.check_ins_of(maya.id)}


async def test_each_student_has_a_draft_of_their_own(demo: Caseload) -> None:
    maya, kai = demo.one("maya"), demo.one("kai")
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, maya)
        await highlight(pilot, kai)
        await command(pilot, "check-in")
        assert case_screen(pilot).notes.line.area.text == ""
        await press(pilot, "escape", "3")
        await highlight(pilot, maya)
        await command(pilot, "check-in")
        assert case_screen(pilot).notes.line.area.text == TEXT


def kept_text(demo: Caseload, student_id: str) -> str:
    draft = Drafts(demo.store.folder).load(NOTE, student_id)
    return draft.fields["text"] if draft else ""


async def test_what_is_typed_is_on_the_disk_before_anything_is_pressed(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "c", *"ab")
        await wait_until(pilot, lambda: kept_text(demo, student_id) == "ab")


async def test_what_is_typed_is_kept_when_the_app_is_left_in_the_middle(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await press(pilot, "c", *"ab")
        pilot.app.leave()
    assert Drafts(demo.store.folder).load(NOTE, student_id).fields == {"text": "ab"}


async def test_an_emptied_note_leaves_no_draft(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await type_and_leave(pilot, demo.one("maya"))
        await command(pilot, "check-in")
        case_screen(pilot).notes.line.area.text = " "
        await press(pilot, "escape")
        assert "✎" not in drawn(pilot)
    assert Drafts(demo.store.folder).all() == []


async def test_a_draft_that_can_not_be_kept_is_told(demo: Caseload, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise WriteError("What you type could not be kept: the disk is full.")

    async with open_app(demo) as pilot:
        await command(pilot, "check-in")
        monkeypatch.setattr(Drafts, "save", full)
        case_screen(pilot).notes.line.area.text = TEXT
        await wait_until(pilot, lambda: message(pilot) == "What you type could not be kept: the disk is full.")
        assert case_screen(pilot).notes.line.area.text == TEXT


async def test_the_draft_of_a_student_who_is_no_more_does_no_harm(demo: Caseload) -> None:
    Drafts(demo.store.folder).save(NOTE, "s0000999", {"text": TEXT}, demo.now())
    async with open_app(demo) as pilot:
        await press(pilot, *MODES.values())
        await go_to(pilot, "caseload")
        assert message(pilot).startswith("✎ 1 draft waits on Today")
        assert "✎" not in drawn(pilot).replace(message(pilot), "")


async def test_escape_with_nothing_open_stays_where_it_is(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"


async def test_a_mode_chosen_before_the_first_is_drawn_does_no_harm(demo: Caseload) -> None:
    Drafts(demo.store.folder).save(NOTE, demo.one("maya").id, {"text": TEXT}, demo.now())
    app = AdvisoryApp(demo)
    async with app.run_test() as pilot:
        await app.switch_mode("caseload")
        await settle(pilot)
        assert pilot.app.screen.id == "caseload"
        assert "✎ Maya" in drawn(pilot)
