"""`/`: in place, by the beginning of a name, without accents."""

import pytest
from app_case import WIDE, case_screen, command, drawn, message, open_app, press
from rich.cells import cell_len

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.tui.commands.registry import COMMAND
from advisory.tui.widgets.boxes.find_line import FindLine


@pytest.mark.parametrize("screen", ["caseload", "board"])
async def test_two_letters_without_accents_find_a_student(demo: Caseload, screen: str) -> None:
    diego = demo.one("diego")
    async with open_app(demo, WIDE, screen=screen) as pilot:
        await command(pilot, "find")
        await press(pilot, *"ra")
        assert case_screen(pilot).query_text == "ra"
        body = "\n".join(line[:80] for line in drawn(pilot).splitlines())
        assert "Diego Ramírez" in body
        assert "Maya Okafor" not in body
        await press(pilot, "enter")
        case_screen(pilot).body.go_to(diego.id)
        await press(pilot, "c", "F", "enter")
        await press(pilot, "escape")
        assert ("Alliance 10" if screen == "board" else "Maya Okafor") in drawn(pilot)
        assert case_screen(pilot).highlighted.student == diego.id
    assert "F" in {check_in.line for check_in in demo.store.check_ins_of(diego.id)}


@pytest.mark.parametrize("screen", [one for one in COMMAND["find"].where if one != "search"])
async def test_each_screen_finds_by_name_and_escape_shows_all_again(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        before = drawn(pilot)
        await command(pilot, "find")
        await press(pilot, *"amina")
        amina = demo.one("amina")
        assert case_screen(pilot).highlighted.student == amina.id
        assert "Maya Okafor" not in "\n".join(line[:78] for line in drawn(pilot).splitlines())
        await press(pilot, "escape")
        assert case_screen(pilot).query_text == ""
        assert not case_screen(pilot).query_one(FindLine).display
        assert case_screen(pilot).focused is case_screen(pilot).body
        assert cell_len(drawn(pilot)) == cell_len(before)


@pytest.mark.parametrize("screen", ["caseload", "log", "pacts"])
async def test_when_nothing_fits_it_says_how_to_go_on(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "find")
        await press(pilot, *"zzq")
        assert "Esc" in drawn(pilot)
        assert case_screen(pilot).highlighted.student == ""
        await press(pilot, "enter", "c")
        assert message(pilot) == "No student is highlighted."


@pytest.mark.parametrize("query", ["XYLOPH", "xyloph maya", "maya xyl"])
async def test_the_log_finds_any_word_too(demo: Caseload, query: str) -> None:
    maya = demo.one("maya")
    check_in = record_check_in(demo, maya.id, "Brought her xylophone")
    record_check_in(demo, demo.one("kai").id, "Something else")
    async with open_app(demo, screen="log") as pilot:
        await command(pilot, "find")
        case_screen(pilot).query_one(FindLine).value = query
        await press(pilot)
        assert [row.key for row in case_screen(pilot).body.rows if row.key] == [check_in.id]


async def test_the_pacts_find_a_word_of_the_target(demo: Caseload) -> None:
    pact = demo.summary(demo.one("amina").id).pact
    async with open_app(demo, screen="pacts") as pilot:
        await command(pilot, "find")
        case_screen(pilot).query_one(FindLine).value = "ratio"
        await press(pilot)
        assert pact.id in {row.key for row in case_screen(pilot).body.rows}


async def test_keys_are_letters_while_finding(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "slash", *"q2u")
        assert case_screen(pilot).query_text == "q2u"
        assert pilot.app.is_running


async def test_what_was_sought_is_still_sought_after_going_elsewhere(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "slash", *"may", "enter", "3", "2")
        assert case_screen(pilot).query_text == "may"
        assert "Diego" not in drawn(pilot)
        await press(pilot, "slash", *"die")  # another search, not more of the last
        assert case_screen(pilot).query_text == "die"
        await press(pilot, "enter", "slash", "end", "g")
        assert case_screen(pilot).query_text == "dieg"
        await press(pilot, "escape")
        assert "Maya" in drawn(pilot)


async def test_on_today_it_finds_in_the_caseload_and_no_letter_is_a_command(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "down")
        there = case_screen(pilot).highlighted.student
        await command(pilot, "find")
        assert (case_screen(pilot).stem, case_screen(pilot).highlighted.student) == ("caseload", there)
        await press(pilot, "escape", "1")
        await press(pilot, "slash", *"maya")
        assert case_screen(pilot).stem == "caseload"
        assert case_screen(pilot).highlighted.student == demo.one("maya").id
        assert len(pilot.app.screen_stack) == 1
