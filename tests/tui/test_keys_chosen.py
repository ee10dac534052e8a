"""Keys of the advisor's own, from settings.json; and what is said when they can't be."""

import json
from typing import Any

import pytest
from app_case import WIDE, case_screen, command, drawn, message, open_app, press, settings_of

from advisory.caseload.caseload import Caseload
from advisory.tui.dialogs.report import ReportDialog
from advisory.tui.screens.neutral import NeutralScreen


def choose(caseload: Caseload, **keys: Any) -> None:
    settings_of(
        caseload.store.folder, json.dumps({"keys": {name.replace("_", "-"): key for name, key in keys.items()}})
    )


async def test_a_chosen_key_works_and_the_usual_one_does_not(demo: Caseload) -> None:
    choose(demo, check_in="f2")
    async with open_app(demo) as pilot:
        await press(pilot, "c")
        assert not case_screen(pilot).is_taking_note
        assert "F2 Check in" in drawn(pilot).splitlines()[-1]
        await press(pilot, "f2", "A", "enter")
        assert message(pilot).startswith("Saved")
        await command(pilot, "help")
        assert any(
            "F2" in line.split("│")[1].split()[:2]  # behind the cursor
            for line in drawn(pilot).splitlines()
            if "Check in" in line and "│" in line
        )


async def test_two_keys_for_one_command(demo: Caseload) -> None:
    choose(demo, undo="f3,ctrl+y")
    async with open_app(demo) as pilot:
        await press(pilot, "u")
        assert message(pilot) == "u: no command has this key. ? shows the keys."
        await press(pilot, "a", "ctrl+y")
        assert message(pilot).startswith("Undid")


async def test_the_shade_s_key_can_be_chosen_and_the_neutral_screen_says_it(demo: Caseload) -> None:
    choose(demo, shade="f9")
    async with open_app(demo) as pilot:
        await press(pilot, "c", "h", "f9")
        assert "F9 once more" in message(pilot)
        await press(pilot, "f9")
        assert isinstance(pilot.app.screen, NeutralScreen)
        assert "F9 to come back" in drawn(pilot)
        await press(pilot, "ctrl+l")
        assert isinstance(pilot.app.screen, NeutralScreen)
        await press(pilot, "f9")
        assert case_screen(pilot).notes.line.area.text == "h"


async def test_the_palette_tells_the_chosen_key(demo: Caseload) -> None:
    choose(demo, palette="f5", sort="f6")
    async with open_app(demo, (120, 100)) as pilot:
        await press(pilot, "ctrl+p")
        assert pilot.app.screen.id == "caseload"
        await press(pilot, "f5")
        assert "Sort  F6" in drawn(pilot)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"check_in": "x"}, "“x” for check-in clashes with promise-done"),
        ({"fly": "f2"}, "there is no command “fly”"),
        ({"check_in": ""}, "no key is given for check-in"),
        ({"check_in": "ctrl+m"}, "can't tell ctrl+m from Enter"),
        ({"check_in": "hyper+q"}, "“hyper+q” for check-in is not a key"),
    ],
)
async def test_a_choice_that_can_not_be_is_told_on_the_screen_and_the_usual_key_stays(
    demo: Caseload, keys: dict[str, str], told: str
) -> None:
    choose(demo, **keys)
    async with open_app(demo, (160, 40), screen="today") as pilot:
        assert told in message(pilot)
        await press(pilot, "c", "A", "enter")
        assert message(pilot).startswith("Saved")


async def test_a_choice_that_can_not_be_is_not_shown_as_a_key(demo: Caseload) -> None:
    choose(demo, check_in="x")
    async with open_app(demo, screen="today") as pilot:
        assert " c Check in" in drawn(pilot).splitlines()[-1]


async def test_several_troubles_are_lines_of_today_that_go_once_read_and_open_no_box(demo: Caseload) -> None:
    choose(demo, check_in="x", fly="f2")
    async with open_app(demo, (120, 40), screen="today") as pilot:
        assert message(pilot) == "2 things to know, on Today: Enter reads one."
        assert pilot.app.screen.id == "today"
        await press(pilot, "home")
        assert "no command “fly”" in drawn(pilot)
        for left in (1, 0):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ReportDialog)
            await press(pilot, "escape")
            assert len(pilot.app.desk.notices) == left
            await press(pilot, "home")
        assert "To know" not in drawn(pilot)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "settings.json could not be read"),
        ("[]", "settings.json could not be read"),
        ('{"keys": 3}', "“keys” can't be 3"),
        ('{"idle_shade": -1}', "“idle_shade” can't be -1"),
        ("\x00", "settings.json could not be read"),
    ],
)
async def test_settings_that_can_not_be_read_are_told_and_harm_nothing(demo: Caseload, text: str, told: str) -> None:
    settings_of(demo.store.folder, text)
    async with open_app(demo, WIDE, screen="today") as pilot:
        assert told in message(pilot)
        assert "Jordan Reed" in drawn(pilot)
