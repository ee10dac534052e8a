"""J: what was jotted down in a hurry is finished one by one, the oldest first."""

from datetime import date

import pytest
from app_case import case_screen, command, drawn, fill_in, message, open_app, press, set_fields

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn
from advisory.model.words import CheckInState
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.registry import COMMAND
from advisory.tui.kept_drafts import kept_drafts


@pytest.fixture
def jots(demo: Caseload) -> list[CheckIn]:
    for jot in demo.jots:
        edit_check_in(demo, jot, state=CheckInState.DONE)
    jot = {"state": CheckInState.JOT}
    new = record_check_in(demo, demo.one("kai").id, "says the essay is", **jot)
    old = record_check_in(demo, demo.one("maya").id, "trough?", happened_on=date(2026, 11, 12), **jot)
    return [old, new]


def stored(demo: Caseload, jot: CheckIn) -> CheckIn:
    return demo.store.need(CheckIn, jot.id)


@pytest.mark.parametrize("screen", COMMAND["finish-jots"].where)
async def test_saving_goes_on_to_the_next_until_none_is_left(demo: Caseload, jots: list[CheckIn], screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "finish-jots")
        assert "To finish, 1 of 2 · Maya Okafor · Nov 12" in drawn(pilot)
        await fill_in(pilot, line="Drew the fraction as a trough", student_says="It holds water!")
        assert "To finish, 2 of 2 · Kai Tran · today" in drawn(pilot)
        await fill_in(pilot, body="…that it is a door")
        assert message(pilot) == "2 finished: Maya, Kai; none left to finish"
        if not case_screen(pilot).is_of_one_student:
            assert case_screen(pilot).highlighted.student == jots[1].student
    old, new = (stored(demo, jot) for jot in jots)
    assert (old.line, old.student_says, old.state) == (
        "Drew the fraction as a trough",
        "It holds water!",
        CheckInState.DONE,
    )
    assert (new.line, new.body, new.state) == ("says the essay is", "…that it is a door", CheckInState.DONE)
    assert demo.jots == []


async def test_enter_through_the_fields_finishes_one(demo: Caseload, jots: list[CheckIn]) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "J", "enter", "enter", "enter", "enter")
        assert "To finish, 2 of 2" in drawn(pilot)
    assert stored(demo, jots[0]).state is CheckInState.DONE


async def test_one_that_is_still_a_jot_is_kept_and_comes_again(demo: Caseload, jots: list[CheckIn]) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "finish-jots")
        await fill_in(pilot, line="trough, and then?", jot="yes")
        await press(pilot, "ctrl+s")
        assert message(pilot) == "1 finished: Kai; 1 left to finish"
    assert [(jot.id, jot.line) for jot in demo.jots] == [(jots[0].id, "trough, and then?")]


async def test_escape_stops_and_what_was_typed_is_there_again(demo: Caseload, jots: list[CheckIn]) -> None:
    async with open_app(demo, screen="caseload") as pilot:
        await command(pilot, "finish-jots")
        await set_fields(pilot, line="Drew the fraction")
        await press(pilot, "escape")
        assert pilot.app.screen.id == "caseload"
        assert message(pilot).startswith("Not saved yet")
        assert stored(demo, jots[0]) == jots[0]
        await command(pilot, "finish-jots")
        assert pilot.app.screen.values["line"] == "Drew the fraction"
        await press(pilot, "escape")
    (draft,) = kept_drafts(AdvisoryApp(demo).desk)
    assert (draft.what, draft.student_id) == ("a jot", demo.one("maya").id)


async def test_one_that_is_finished_or_deleted_elsewhere_is_passed_over(demo: Caseload, jots: list[CheckIn]) -> None:
    third = record_check_in(demo, demo.one("jun").id, "and this", state=CheckInState.JOT)
    async with open_app(demo) as pilot:
        await command(pilot, "finish-jots")
        move_to_trash(demo, CheckIn, jots[1].id)
        await press(pilot, "ctrl+s")
        assert "To finish, 3 of 3 · Jun Watanabe" in drawn(pilot)
        edit_check_in(demo, third, line="changed elsewhere")
        await fill_in(pilot, line="mine")
        assert "Changed in another window" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("2 finished: Maya, Jun")
    assert stored(demo, third).line == "mine"


async def test_with_none_it_says_how_one_is_left(demo: Caseload, jots: list[CheckIn]) -> None:
    for jot in jots:
        move_to_trash(demo, CheckIn, jot.id)
    async with open_app(demo) as pilot:
        await command(pilot, "finish-jots")
        assert message(pilot) == "No notes to finish. End a note with .. to finish it later."


async def test_a_jot_is_marked_in_the_log(demo: Caseload, jots: list[CheckIn]) -> None:
    async with open_app(demo, screen="log") as pilot:
        case_screen(pilot).body.go_to(jots[1].id)
        await press(pilot)
        assert "✎ says the essay is" in drawn(pilot)
