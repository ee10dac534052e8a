"""The registry and the screens agree: every command is carried out where it is said to be, and can be found there."""

import pytest
from app_case import case_screen, click, command, drawn, open_app, press, resize, settle
from each_row import each_row
from key_table import EVERY, SHARED, by_key

from advisory.caseload.caseload import Caseload
from advisory.settings.keymap import read_keymap
from advisory.tui.app import AdvisoryApp
from advisory.tui.commands.palette.palette import Palette
from advisory.tui.commands.registry import (
    BESIDE,
    COMMAND,
    COMMANDS,
    SCREENS,
    bar_entries,
    bindings_of,
    commands_of,
    key_name,
)
from advisory.tui.dialogs.keys import KeysDialog
from advisory.tui.screens.beside.screen import BesideScreen
from advisory.tui.screens.board.screen import BoardScreen
from advisory.tui.screens.card.screen import CardScreen
from advisory.tui.screens.caseload.screen import CaseloadScreen
from advisory.tui.screens.defense.screen import DefenseScreen
from advisory.tui.screens.defenses.screen import DefensesScreen
from advisory.tui.screens.families.screen import FamiliesScreen
from advisory.tui.screens.insights.screen import InsightsScreen
from advisory.tui.screens.known_well.screen import KnownWellScreen
from advisory.tui.screens.log.screen import LogScreen
from advisory.tui.screens.pact.screen import PactScreen
from advisory.tui.screens.pacts.screen import PactsScreen
from advisory.tui.screens.search.screen import SearchScreen
from advisory.tui.screens.settings.screen import SettingsScreen
from advisory.tui.screens.shared.screen import SharedScreen
from advisory.tui.screens.tags.screen import TagsScreen
from advisory.tui.screens.time.screen import TimeScreen
from advisory.tui.screens.today.screen import TodayScreen
from advisory.tui.screens.week.screen import WeekScreen
from advisory.tui.screens.year.screen import YearScreen
from advisory.tui.screens.year_end.screen import YearEndScreen
from advisory.tui.widgets.text.ink import Span

SHOWN = (
    TodayScreen,
    CaseloadScreen,
    BoardScreen,
    LogScreen,
    PactsScreen,
    KnownWellScreen,
    DefensesScreen,
    CardScreen,
    WeekScreen,
    InsightsScreen,
    YearScreen,
    TimeScreen,
    FamiliesScreen,
    PactScreen,
    DefenseScreen,
    SettingsScreen,
    SearchScreen,
    TagsScreen,
    YearEndScreen,
    SharedScreen,
)
CLASSES = {screen.stem: screen for screen in SHOWN}
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

OF_THE_DESIGN = {
    "check-in": "c", "capture": "plus", "group": "g", "not-here": "a", "take-next": "n", "promise-done": "x", "snooze": "z",
    "finish-jots": "J", "move-on": "greater_than_sign", "move-back": "less_than_sign", "add-sign": "i", "insight": "m",
    "evidence": "e", "edit-pact": "p", "draft-pact": "P", "focal": "f", "beside": "v", "export": "X", "undo": "u",
    "redo": "ctrl+r", "shade": "ctrl+l", "find": "slash", "help": "question_mark", "palette": "ctrl+p", "quit": "q",
}  # fmt: skip
"""The keys that the fingers have learned, which never move. The fact is K, because k goes up like the rest of hjkl."""


def test_every_command_has_a_function_that_can_be_called() -> None:
    assert [one.id for one in COMMANDS if not one.everywhere and not callable(one.function())] == []
    assert [
        one.id for one in COMMANDS if one.everywhere and not callable(getattr(AdvisoryApp, f"action_{one.id}"))
    ] == []


def test_no_screen_has_more_than_five_ancestors_of_our_own() -> None:
    ancestors = {
        screen.__name__: [kind.__name__ for kind in screen.__mro__[1:] if kind.__module__.startswith("advisory")]
        for screen in (*SHOWN, BesideScreen)
    }
    for name, ours in ancestors.items():
        print(f"{name}: {', '.join(ours)}")  # noqa: T201 - `pytest -s` shows the list
    assert {name: ours for name, ours in ancestors.items() if len(ours) > 5} == {}


def test_every_screen_there_is_has_a_class() -> None:
    assert set(CLASSES) == set(SCREENS)
    assert {screen for one in COMMANDS for screen in one.where} == {*SCREENS, BESIDE}


def test_ids_are_told_apart() -> None:
    assert len(COMMAND) == len(COMMANDS)


def test_no_key_has_two_meanings_on_one_screen() -> None:
    for screen in EVERY:
        keys = [key for one in commands_of(screen) for key in one.keys.split(",")]
        assert sorted(keys) == sorted(set(keys)), screen


def test_a_key_that_several_commands_have_means_one_thing_that_is_named() -> None:
    shared = {key: {one.id for one in commands} for key, commands in by_key().items() if len(commands) > 1}
    assert {key: set(ids) for key, (_, ids) in SHARED.items()} == shared


def test_the_keys_that_the_fingers_know_stay() -> None:
    assert {one: COMMAND[one].keys for one in OF_THE_DESIGN} == OF_THE_DESIGN


def test_up_and_down_are_the_same_keys_on_every_screen() -> None:
    for screen in EVERY:
        held = {key: one.id for one in commands_of(screen) for key in one.keys.split(",")}
        assert (held["j"], held["k"]) == ("line-down", "line-up-k"), screen


def test_a_chosen_key_that_a_moved_command_has_now_is_reported() -> None:
    held, problems = read_keymap({"focal": "full_stop", "snooze": "f5"}, COMMANDS)
    assert held == {"snooze": "f5"}
    assert problems == ["settings.json: “full_stop” for focal clashes with sort; the usual key stays."]


@each_row("screen", SCREENS)
def test_a_screen_binds_just_the_commands_of_the_registry(screen: str) -> None:
    bound = {binding.id for binding in CLASSES[screen].BINDINGS}
    assert bound == {one.id for one in commands_of(screen) if not one.everywhere}
    assert bound == {binding.id for binding in bindings_of(screen)}


def test_every_command_says_what_it_does_in_a_sentence() -> None:
    for one in COMMANDS:
        sentence = one.explained({})
        assert one.label[0].isupper(), one.id
        assert len(one.label) < 14, "the help's column of labels is 14 wide: " + one.id
        assert sentence.endswith("."), one.id
        assert "{" not in sentence, one.id
        assert one.display(), one.id
        assert one.display("f2,ctrl+b") == "F2 ^b"


def test_keys_have_names_a_person_reads() -> None:
    assert [key_name(key) for key in ("greater_than_sign", "ctrl+l", " enter", "x")] == [">", "^l", "Enter", "x"]
    signs = "apostrophe", "right_curly_bracket", "tilde", "circumflex_accent", "f6", "f12", "insert"
    assert [key_name(key) for key in signs] == ["'", "}", "~", "^", "F6", "F12", "insert"]


@pytest.mark.parametrize("screen", SCREENS)
async def test_help_lists_every_command_of_the_screen(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (120, 260), screen=screen) as pilot:
        await command(pilot, "help")
        rows = pilot.app.screen.lines.rows
        shown = " ".join("".join(span.text for row in rows for span in (*row.draw(100), Span(" "))).split())
        for one in commands_of(screen):
            assert f"{one.display()} {one.label} {one.explained({})}" in shown
        assert COMMAND["quit"].sentence in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == screen


async def test_help_stays_on_its_command_in_another_size(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await press(pilot, "?", "down", "down", "down")
        before = pilot.app.screen.lines.key
        await resize(pilot, 70, 24)
        assert pilot.app.screen.lines.key == before
        assert f"▸ {COMMAND[before].display()} " in drawn(pilot)
        await press(pilot, "d", "o", "n", "e")
        assert pilot.app.screen.lines.key != before  # other words, another list: its first command


@pytest.mark.parametrize("screen", SCREENS)
async def test_the_palette_lists_every_command_of_the_screen_but_the_moving_keys(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (120, 260), screen=screen) as pilot:
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
        *wanted, help_ = [
            COMMAND[one.id]
            for one in bar_entries(screen, {})
            if COMMAND[one.id].rank <= COMMAND["help"].rank
            and case_screen(pilot).highlighted.has(COMMAND[one.id].needs)
        ]
        told = [f" {one.display()} {one.label} " for one in (*wanted, help_)]
        shown = [text for text in told if text in footer]
        assert shown == [*told[: len(shown) - 1], told[-1]]
        assert len(shown) == len(told) or len("".join(shown)) + len(told[len(shown) - 1]) > len(footer)
        await click(pilot, offset=(footer.index("? Keys"), 23))
        await settle(pilot)
        assert isinstance(pilot.app.screen, KeysDialog)
