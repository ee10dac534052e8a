"""`v` asks once about words that may be names, and `V` shows what is covered and uncovers a word for good."""

import json

import pytest
from app_case import case_screen, drawn, open_app, press, settle
from textual.pilot import Pilot

from advisory.caseload.caseload import Caseload
from advisory.casework.pact.draft import draft_pact
from advisory.casework.student.add import add_student
from advisory.model import Student
from advisory.tui.commands.registry import BESIDE
from advisory.tui.dialogs.tick_list import TickListDialog

TARGET = "I read it to Mark, and with Ingrid I hope to. Mark it."


@pytest.fixture
def maya(caseload: Caseload) -> Student:
    """Maya, whose pact names Ingrid, and Mark or a mark."""
    maya = add_student(caseload, given_name="Amaya", family_name="Okafor")
    add_student(caseload, given_name="Ingrid", family_name="Solheim")
    add_student(caseload, given_name="Mark", family_name="Quispe")
    draft_pact(caseload, maya.id, TARGET)
    return maya


def seen(pilot: Pilot[None]) -> str:
    """What is drawn, as one line."""
    return " ".join(drawn(pilot).replace("│", " ").split())


async def on(pilot: Pilot[None], student: Student) -> None:
    case_screen(pilot).body.go_to(student.id)
    await settle(pilot)


async def turned_back(pilot: Pilot[None]) -> None:
    await press(pilot, "escape", "b")


def settings_of(caseload: Caseload) -> dict[str, dict[str, list[str]]]:
    kept = json.loads((caseload.store.folder / "settings.json").read_text("utf-8"))
    return {name: kept.get(name, {}) for name in ("covered", "uncovered")}


async def test_it_asks_about_a_doubtful_word_once_and_never_again(caseload: Caseload, maya: Student) -> None:
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v")
        assert isinstance(pilot.app.screen, TickListDialog)
        assert "[x] Mark: Mark Quispe · … I read it to Mark" in seen(pilot)
        assert "Ingrid: " not in seen(pilot), "there is no doubt about that one"
        await press(pilot, "enter")
        assert pilot.app.screen.id == BESIDE
        assert "I read it to another student, and with another student I hope to." in seen(pilot)
        assert "Mark it" in seen(pilot)
        await turned_back(pilot)
        await press(pilot, "v")
        assert pilot.app.screen.id == BESIDE
    assert settings_of(caseload) == {"covered": {"mark": ["s0000003"]}, "uncovered": {}}
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v")
        assert pilot.app.screen.id == BESIDE, "also after the app was left"


async def test_a_word_in_lower_case_is_asked_about_and_covered(caseload: Caseload, maya: Student) -> None:
    add_student(caseload, given_name="Grace", family_name="Njoroge")
    draft_pact(caseload, maya.id, "sit with grace on mondays")
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v")
        assert "[x] grace: Grace Njoroge · … sit with grace on mondays" in seen(pilot)
        await press(pilot, "enter")
        assert "sit with another student on mondays" in seen(pilot)
    assert settings_of(caseload)["covered"]["grace (lower case)"] == ["s0000004"]


async def test_escape_turns_nothing_and_asks_again(caseload: Caseload, maya: Student) -> None:
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v", "space", "escape")
        assert case_screen(pilot).stem == "caseload"
        assert "The screen stays yours." in seen(pilot)
        await press(pilot, "v")
        assert "[x] Mark" in seen(pilot)


async def test_an_uncovered_word_shows_until_somebody_new_has_that_name(caseload: Caseload, maya: Student) -> None:
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v", "space", "enter")
        assert "I read it to Mark, and with another student I hope to" in seen(pilot)
        await turned_back(pilot)
        assert settings_of(caseload) == {"covered": {}, "uncovered": {"mark": ["s0000003"]}}
        add_student(caseload, given_name="Mark", family_name="Leota")
        await press(pilot, "v")
        assert "[x] Mark: Mark Quispe, Mark Leota" in seen(pilot)
        await press(pilot, "enter")
        assert "I read it to another student" in seen(pilot)


async def test_every_covered_word_can_be_seen_and_uncovered_and_covered_again(
    caseload: Caseload, maya: Student
) -> None:
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "V")
        assert "[x] Mark: Mark Quispe" in seen(pilot)
        assert "[x] Ingrid: Ingrid Solheim" in seen(pilot)
        await press(pilot, "down", "space", "enter", "v")
        assert "to another student, and with Ingrid I hope" in seen(pilot)
        await turned_back(pilot)
        await press(pilot, "V")
        assert "[ ] Ingrid" in seen(pilot)
        await press(pilot, "down", "space", "enter", "v")
        assert "Ingrid" not in seen(pilot)


async def test_where_nothing_is_covered_it_says_so_and_behind_initials_nothing_is_shown(
    caseload: Caseload, maya: Student
) -> None:
    async with open_app(caseload) as pilot:
        await on(pilot, next(one for one in caseload.students if one.id != maya.id))
        await press(pilot, "V")
        assert "No words are covered" in seen(pilot)
        await on(pilot, maya)
        await press(pilot, "ctrl+l", "V")
        assert "Show the names first. Then V shows" in seen(pilot)
        assert "Mark" not in seen(pilot)


async def test_before_the_screen_turns_it_tells_that_names_from_before_can_not_be_read(
    caseload: Caseload, maya: Student
) -> None:
    (caseload.store.folder / "history" / "2020-01.jsonl").mkdir(parents=True)
    async with open_app(caseload) as pilot:
        await on(pilot, maya)
        await press(pilot, "v")
        assert "history/2020-01.jsonl can't be read, so a student's earlier name may not be covered" in seen(pilot)
        await press(pilot, "escape")
        assert "The screen stays yours." in seen(pilot)
        await press(pilot, "v", "enter", "enter")
        assert pilot.app.screen.id == BESIDE
