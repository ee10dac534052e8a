"""The registry and the screens agree: every command is carried out where it is said to be, and can be found there."""

import pytest
from app_case import command, drawn, open_app, press
from each_row import each_row

from advisory.casework.caseload import Caseload
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands import (
    BESIDE,
    COMMAND,
    COMMANDS,
    SCREENS,
    Command,
    bindings_of,
    commands_of,
    footer_of,
    key_name,
)
from advisory.tui.dialogs.help import HelpDialog
from advisory.tui.palette import Palette
from advisory.tui.screens.board import BoardScreen
from advisory.tui.screens.card import CardScreen
from advisory.tui.screens.caseload import CaseloadScreen
from advisory.tui.screens.insights import InsightsScreen
from advisory.tui.screens.known_well import KnownWellScreen
from advisory.tui.screens.log import LogScreen
from advisory.tui.screens.pact import PactScreen
from advisory.tui.screens.pacts import PactsScreen
from advisory.tui.screens.settings import SettingsScreen
from advisory.tui.screens.today import TodayScreen
from advisory.tui.screens.week import WeekScreen
from advisory.tui.screens.year import YearScreen
from advisory.tui.widgets.ink import Span

SHOWN = (
    TodayScreen,
    CaseloadScreen,
    BoardScreen,
    LogScreen,
    PactsScreen,
    KnownWellScreen,
    CardScreen,
    WeekScreen,
    InsightsScreen,
    YearScreen,
    PactScreen,
    SettingsScreen,
)
CLASSES = {screen.stem: screen for screen in SHOWN}
PAIRS = [(screen, one) for screen in SCREENS for one in commands_of(screen)]
MOVING = {
    "line-up",
    "line-up-k",
    "line-down",
    "column-left",
    "column-right",
    "page-up",
    "page-down",
    "first-line",
    "last-line",
}
"""Keys for the fingers only; in a list of commands they would be in the way."""


@each_row(("screen", "one"), PAIRS)
def test_a_command_has_an_action_on_every_screen_it_claims(screen: str, one: Command) -> None:
    place = AdvisoryApp if one.everywhere else CLASSES[screen]
    assert callable(getattr(place, f"action_{one.action}", None)), f"{one.id} does nothing on {screen}"


def test_every_screen_there_is_has_a_class() -> None:
    assert set(CLASSES) == set(SCREENS)
    assert {screen for one in COMMANDS for screen in one.where} == {*SCREENS, BESIDE}


def test_ids_are_told_apart() -> None:
    assert len(COMMAND) == len(COMMANDS)


@each_row("screen", SCREENS)
def test_no_two_commands_of_a_screen_share_a_key(screen: str) -> None:
    keys = [key for one in commands_of(screen) for key in one.keys.split(",")]
    assert len(keys) == len(set(keys))


@each_row("screen", SCREENS)
def test_a_screen_binds_just_the_commands_of_the_registry(screen: str) -> None:
    bound = {binding.id for binding in CLASSES[screen].BINDINGS}
    assert bound == {one.id for one in commands_of(screen) if not one.everywhere}
    assert bound == {binding.id for binding in bindings_of(screen)}


@each_row("one", COMMANDS)
def test_a_command_says_what_it_does_in_a_sentence(one: Command) -> None:
    assert one.label[0].isupper()
    assert one.sentence.endswith(".")
    assert one.display()
    assert one.display("f2,ctrl+b") == "f2 ^b"


def test_keys_have_names_a_person_reads() -> None:
    assert [key_name(key) for key in ("greater_than_sign", "ctrl+l", " enter", "x")] == [">", "^l", "Enter", "x"]


@pytest.mark.parametrize("screen", SCREENS)
async def test_help_lists_every_command_of_the_screen(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (120, 100), screen=screen) as pilot:
        await command(pilot, "help")
        rows = pilot.app.screen.lines.rows
        shown = " ".join("".join(span.text for row in rows for span in (*row.draw(100), Span(" "))).split())
        for one in commands_of(screen):
            assert f"{one.display()} {one.label} {one.sentence}" in shown
        assert COMMAND["quit"].sentence in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_palette_lists_every_command_of_the_screen_but_the_moving_keys(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (120, 180), screen=screen) as pilot:
        await command(pilot, "palette")
        shown = drawn(pilot)
        for one in commands_of(screen):
            if one.id not in MOVING | {"palette"}:
                assert f"{one.label}  {one.display()}" in shown
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


async def test_the_palette_does_what_is_picked(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "palette")
        await press(pilot, *"boar", "enter")
        assert pilot.app.screen.id == "board"


async def test_the_palette_opens_the_card_of_a_student_found_without_accents(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "palette")
        await press(pilot, *"ramir", "enter")
        assert pilot.app.screen.id == "card"
        assert "Diego Ramírez" in drawn(pilot)


async def test_a_second_palette_is_not_opened_over_the_first(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "palette", "palette")
        assert sum(isinstance(screen, Palette) for screen in pilot.app.screen_stack) <= 1


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_footer_shows_the_most_wanted_and_a_click_calls_them(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        footer = drawn(pilot).splitlines()[-1]
        *wanted, help_ = [one for one in footer_of(screen) if one.rank <= COMMAND["help"].rank]
        told = [f" {one.display()} {one.label} " for one in (*wanted, help_)]
        shown = [text for text in told if text in footer]
        assert shown == [*told[: len(shown) - 1], told[-1]]
        assert len(shown) == len(told) or len("".join(shown)) + len(told[len(shown) - 1]) > len(footer)
        await pilot.click(offset=(footer.index("? Keys"), 23))
        await pilot.pause()
        assert isinstance(pilot.app.screen, HelpDialog)
