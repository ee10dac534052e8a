"""The season where it is not the subject: on Today, beside the student, and on a page for the panel."""

from pathlib import Path

import pytest
from app_case import command, drawn, fill_in, message, open_app, press
from defense_case import near_plan, without_season
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.move import move_day
from advisory.model.words import Kind


@pytest.fixture(autouse=True)
def _no_season(demo: Caseload) -> None:
    without_season(demo)


async def test_today_says_whose_day_is_near_and_what_is_yours(demo: Caseload) -> None:
    plan = near_plan(demo)
    async with open_app(demo, (120, 40), screen="today") as pilot:
        shown = drawn(pilot)
        assert "── Defenses " in shown
        row = next(line for line in shown.splitlines() if "practice with you, by " in line)
        assert demo.shorts[plan.student] in row
        assert "Dec 4" in row
        pilot.app.screen.page.go_to(f"season:{plan.id}")
        await press(pilot, "enter")
        assert pilot.app.screen.id == "defense"


async def test_a_day_that_has_passed_is_asked_about(demo: Caseload) -> None:
    move_day(demo, near_plan(demo), TODAY)
    async with open_app(demo, (120, 40), screen="today") as pilot:
        assert "── Defenses " in drawn(pilot)


async def test_the_student_sees_their_part_and_nothing_of_the_panel_or_anybody_else(demo: Caseload) -> None:
    plan = near_plan(demo)
    other = demo.students[1]
    add_artifact(demo, plan, f"A letter to {other.called}", shows="writes to a friend")
    async with open_app(demo, (80, 110), screen="defense") as pilot:
        await command(pilot, "beside")
        shown = drawn(pilot)
    for words in (
        "Your defense",
        "December 4",
        "Do bridges get stronger",
        "reflections drafted",
        "Clear start",
        "Time the ending",
    ):
        assert words in shown, words
    for words in ("Ortiz", "Bell", "Slower at the end", "practice with you", other.called, "2 of 11", "ready of"):
        assert words not in shown, words


async def test_the_page_for_the_panel_is_written_once(demo: Caseload, tmp_path: Path) -> None:
    near_plan(demo)
    path = tmp_path / "panel.html"
    async with open_app(demo, screen="defenses") as pilot:
        await command(pilot, "panel-page")
        assert "It names no other student." in " ".join(drawn(pilot).replace("│", " ").split())
        await fill_in(pilot, file=str(path))
        assert "The bridge model (Physics)" in drawn(pilot)
        assert not path.exists()
        await press(pilot, "enter")
        assert message(pilot).startswith(f"The panel's page for staff written to {path}.")
    text = path.read_text(encoding="utf-8")
    assert "The bridge model" in text
    assert "Slower at the end" not in text


async def test_a_preparation_asks_gently_how_they_feel_and_the_plan_shows_it(demo: Caseload) -> None:
    plan = near_plan(demo)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "c", *"Ran it once &defense", "enter")
        assert "How do they feel about the day?" in drawn(pilot)
        await fill_in(pilot, feeling="2", says="I forget the middle")
        assert message(pilot).startswith("Saved with how they feel about the day")
        seen = demo.store.check_ins_of(plan.student)[-1]
        assert (seen.kind, seen.feeling, seen.student_says) == (Kind.DEFENSE_PREP, 2, "I forget the middle")
        await press(pilot, "c", *"Once more &defense", "enter", "escape")
        assert demo.store.check_ins_of(plan.student)[-1].feeling is None
        pilot.app.screen.page.go_to("feeling:0")
        assert "2 of 5 “I forget the middle”" in drawn(pilot)


async def test_your_dates_go_into_a_calendar_file_with_initials(demo: Caseload, tmp_path: Path) -> None:
    plan = near_plan(demo)
    path = tmp_path / "dates.ics"
    async with open_app(demo, screen="settings") as pilot:
        await command(pilot, "calendar-file")
        await fill_in(pilot, file=str(path))
        assert message(pilot).endswith(f" for you written to {path}.")
    text = path.read_text(encoding="utf-8")
    assert "DTSTART" in text
    assert demo.names[plan.student] not in text
