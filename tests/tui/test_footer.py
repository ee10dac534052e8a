"""The footer tells what can be done now, and a key that can't be used says so."""

from app_case import case_screen, command, drawn, go_to, message, open_app, press, settle
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student


def footer(pilot) -> str:
    return " ".join(drawn(pilot).splitlines()[-1].split())


async def test_an_empty_caseload_is_told_how_to_begin_and_nothing_else(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        for mode in "123456":
            await press(pilot, mode)
            assert footer(pilot) == "N New student I Import ? Keys q Quit", mode


async def test_an_empty_list_offers_no_key_that_does_nothing_there(caseload: Caseload) -> None:
    begin = "Your caseload is empty. N adds a student, I imports a roster."
    async with open_app(caseload, screen="log") as pilot:
        for mode in ("log", "pacts"):
            await go_to(pilot, mode)
            assert begin in drawn(pilot)
        add_student(caseload, given_name="Maya", family_name="Okafor")
        for screen in ("log", "pacts", "insights"):
            await go_to(pilot, screen)
            assert "Enter" not in footer(pilot), screen
            assert "Enter" not in message(pilot), screen
        await press(pilot, "enter")
        assert message(pilot) == "There is nothing to open here."


async def test_while_typing_no_key_of_the_list_is_shown(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        before = footer(pilot)
        await command(pilot, "check-in")
        assert footer(pilot).startswith("Enter ^s Save Esc Keep the draft Tab")
        await press(pilot, "escape")
        assert footer(pilot) == before
        await command(pilot, "find")
        assert footer(pilot) == "Enter To the list Esc Show everything ^l Hide"
        await press(pilot, "left", "a", "enter")
        assert footer(pilot) == before
        assert message(pilot) == ""


async def test_what_nothing_is_there_for_is_left_out(demo: Caseload) -> None:
    async with open_app(demo, (120, 40), screen="pact") as pilot:
        assert "Mark" in footer(pilot)
        await press(pilot, "k", "k", "k", "k", "home")
        assert ("Mark" in footer(pilot)) == bool(pilot.app.screen.highlighted.line)


async def test_a_key_that_is_not_for_this_screen_says_where_it_is(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        await press(pilot, "left_shift", "f20")
        assert message(pilot) == ""
        told = {}
        for key in ("s", ".", "9", "ctrl+c"):
            await press(pilot, key)
            told[key] = message(pilot)
        assert told == {
            "s": "s: Set step is not for this screen, but for Board and Card.",
            ".": ".: Sort is not for this screen, but for Caseload.",
            "9": "9: no command has this key. ? shows the keys.",
            "ctrl+c": "^c: no command has this key. ? shows the keys.",
        }
        await go_to(pilot, "pact")
        await press(pilot, "w")
        assert message(pilot) == "w: Friday review is not for this screen. Esc goes back."


async def test_on_a_promise_its_own_keys_come_first(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        promise = next(one for one in demo.follow_ups if one.is_mine and one.due_on == TODAY)
        case_screen(pilot).body.go_to(f"promises:{promise.id}")
        await settle(pilot)
        assert footer(pilot).startswith("x Promise done z Snooze c Check in")


async def test_where_nobody_can_be_added_the_footer_and_a_key_say_where(caseload: Caseload) -> None:
    async with open_app(caseload, (60, 20), screen="defenses") as pilot:
        sentence = "No students yet: 1 shows Today, where N adds one"
        assert sentence in " ".join(drawn(pilot).split())
        assert "New student" not in drawn(pilot)
        assert "schedule" not in drawn(pilot)
        await press(pilot, "N")
        assert message(pilot).startswith(sentence)
