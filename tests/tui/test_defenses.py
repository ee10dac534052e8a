"""Defenses: the season in one matrix, and a whole caseload scheduled in one go."""

from datetime import date, time

import pytest
from app_case import command, drawn, fill_in, highlight, message, open_app, press, set_fields
from defense_case import NEAR, near_plan, over, season, without_season
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.outcome import defend_again
from advisory.casework.defense.panel import ask_panel
from advisory.casework.defense.plan import plan_defense
from advisory.model import DefensePlan
from advisory.model.defense_words import MilestoneStatus


@pytest.fixture(autouse=True)
def _no_season(demo: Caseload) -> None:
    without_season(demo)


def statuses(plan: DefensePlan) -> list[MilestoneStatus]:
    return [one.status for one in plan.milestones]


async def test_the_next_days_come_first_and_whoever_has_none_is_named(demo: Caseload) -> None:
    season(demo)
    async with open_app(demo, (80, 40), screen="defenses") as pilot:
        shown = drawn(pilot)
        first, last = demo.students[0], demo.students[-1]
        rows = [line for line in shown.splitlines() if " d " in f"{line} " and "Dec" in line]
        assert first.called in rows[0]
        assert "Dec 4  " in rows[0]
        assert "No day yet: " in shown
        assert demo.shorts[last.id] in shown.split("No day yet: ")[1].splitlines()[0]
        assert "no day yet" in shown


async def test_a_milestone_is_stepped_on_with_one_key_and_taken_back(demo: Caseload) -> None:
    plan = near_plan(demo)
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "right", "right", "space")
        assert message(pilot) == f"Ready: reflections drafted · {demo.shorts[plan.student]}"
        assert demo.defenses[0].milestones[2].status is MilestoneStatus.READY
        await press(pilot, "u")
        assert statuses(demo.defenses[0]) == statuses(plan)
        await command(pilot, "waive-milestone")
        assert message(pilot).startswith("Waived: reflections drafted · ")


async def test_a_milestone_gets_another_day(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "right", "right", "-")
        await fill_in(pilot, on="11/25")
        assert message(pilot).startswith("Another day: reflections drafted, by Wed")
    assert next(one.due_on for one in demo.defenses[0].milestones if one.key == "reflections") == date(2026, 11, 25)


async def test_a_day_of_snow_moves_everybody_who_was_on_it(demo: Caseload) -> None:
    near_plan(demo)
    plan_defense(demo, demo.students[1].id, NEAR, time(10, 30))
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, *["right"] * 9, "-")
        await fill_in(pilot, day="12/9", others="along")
        assert message(pilot).startswith("The day of 2 students moved to Dec 9; ")
        assert [(plan.held_on, plan.starts) for plan in demo.defenses] == [
            (date(2026, 12, 9), time(9)),
            (date(2026, 12, 9), time(10, 30)),
        ]
        await press(pilot, "u")
        assert {plan.held_on for plan in demo.defenses} == {NEAR}


async def test_everybody_is_scheduled_with_twelve_keys_and_the_dates(demo: Caseload) -> None:
    async with open_app(demo, screen="defenses") as pilot:
        keys = ["N", "enter"]
        await press(pilot, *keys)
        await set_fields(pilot, first="12/7", last="12/18", hours="9:00-15:30")
        await press(pilot, "ctrl+s")
        assert "Is this how the days go?" in drawn(pilot)
        assert not demo.defenses
        await press(pilot, "enter")
        assert message(pilot).startswith("Scheduled: 22 students; u undoes it all")
        assert len(keys) + 2 + 2 <= 12  # ^s, Enter, and Enter or Tab between the three dates
    assert {plan.student for plan in demo.defenses} == {one.id for one in demo.students}
    assert demo.store.undo(demo.now()) is not None
    assert not demo.defenses


async def test_a_proposal_is_changed_before_anything_is_saved(demo: Caseload) -> None:
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "N", "enter")
        await fill_in(pilot, first="12/7", last="12/18", hours="9:00-15:30")
        await press(pilot, "J", "down", "space", "enter")
    one, two, three, *_ = [student.id for student in demo.students]
    by_time = sorted(demo.defenses, key=lambda plan: (plan.held_on, plan.starts))
    assert [plan.student for plan in by_time[:2]] == [two, one]
    assert three not in {plan.student for plan in demo.defenses}


async def test_another_day_and_hour_is_typed_for_one_of_them(demo: Caseload) -> None:
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "N", "enter")
        await fill_in(pilot, first="12/7", last="12/18", hours="9:00-15:30")
        await press(pilot, "-")
        await fill_in(pilot, day="12/12", hour="9:00")
        assert "has no school" in drawn(pilot)
        await fill_in(pilot, day="12/17", hour="2:30 pm")
        await press(pilot, "enter")
    moved = next(plan for plan in demo.defenses if plan.student == demo.students[0].id)
    assert (moved.held_on, moved.starts) == (date(2026, 12, 17), time(14, 30))


async def test_too_little_room_is_said_in_the_form_and_a_proposal_can_be_left(demo: Caseload) -> None:
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "N", "enter")
        await fill_in(pilot, first="12/8", last="12/8", hours="9:00-10:15")
        assert "There is room for 1 of 22 students" in " ".join(drawn(pilot).replace("│", " ").split())
        await fill_in(pilot, last="12/18", hours="9:00-15:30")
        await press(pilot, "escape")
        assert "Nothing is saved yet" in drawn(pilot)
    assert not demo.defenses


async def test_who_has_a_day_stands_behind_everybody_without_one(demo: Caseload) -> None:
    plan_defense(demo, demo.students[1].id, NEAR)
    async with open_app(demo, screen="defenses") as pilot:
        await highlight(pilot, demo.students[1])
        await press(pilot, "N", "enter")
        assert "Everybody without a day · 21" in drawn(pilot)


async def test_one_student_gets_a_day(demo: Caseload) -> None:
    plan_defense(demo, demo.students[1].id, NEAR)
    async with open_app(demo, screen="defenses") as pilot:
        await highlight(pilot, demo.students[0])
        await press(pilot, "N", "enter")
        await fill_in(pilot, day="12/10", hour="1:30 pm", place="Room 12", claim="Why do bridges bend?")
        assert message(pilot).startswith("Defense planned for Dec 10")
    made = demo.defenses[-1]
    assert (made.student, made.starts, made.place) == (demo.students[0].id, time(13, 30), "Room 12")
    assert made.claim == "Why do bridges bend?"


@pytest.mark.parametrize("hour", ["25:00", "noonish"])
async def test_an_hour_that_is_none_is_said_and_nothing_is_lost(demo: Caseload, hour: str) -> None:
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "N", "down", "enter")
        await fill_in(pilot, day="12/10", hour=hour, claim="Why?")
        assert f"“{hour}” is not a" in drawn(pilot)
        assert pilot.app.screen.values["claim"] == "Why?"
    assert not demo.defenses


async def test_a_panel_member_at_two_places_at_once_is_said(demo: Caseload) -> None:
    plan = near_plan(demo)
    other = plan_defense(demo, demo.students[1].id, NEAR, time(9, 30)).plan
    ask_panel(demo, other, "ms. ortiz")
    async with open_app(demo, (120, 40), screen="defenses") as pilot:
        assert "Ms. Ortiz is on the panels of " in " ".join(drawn(pilot).split())
        assert plan.held_on > TODAY


async def test_a_plan_is_deleted_and_comes_back(demo: Caseload) -> None:
    plan = near_plan(demo)
    async with open_app(demo, screen="defenses") as pilot:
        await command(pilot, "delete-defense")
        assert message(pilot).startswith("Plan for Dec 4 deleted; u brings it back")
        assert not demo.defenses
        await press(pilot, "u")
        assert demo.defenses == [plan]


async def test_enter_opens_the_plan_or_plans_the_day(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, screen="defenses") as pilot:
        await press(pilot, "enter")
        assert pilot.app.screen.id == "defense"
        await press(pilot, "escape", "down", "enter")
        assert "The day of " in drawn(pilot)


async def test_the_steps_of_one_more_turn_are_headed_by_their_number(demo: Caseload) -> None:
    defend_again(demo, over(demo), NEAR, to_change="Show the data", steps=["Draw the graph", "Practice twice"])
    async with open_app(demo, (120, 40), screen="defenses") as pilot:
        shown = drawn(pilot)
        assert "step 1" in shown
        assert "twice" not in shown


async def test_what_meets_on_one_day_is_told_in_a_low_pane_too(demo: Caseload) -> None:
    for student in demo.students[:3]:
        plan_defense(demo, student.id, NEAR, time(9), place="Library")
    async with open_app(demo, (80, 24), screen="defenses") as pilot:
        await highlight(pilot, demo.students[2])
        assert "… and 2 more: go to each day." in " ".join(drawn(pilot).split())
        below = drawn(pilot).partition("ready of")[2]
        assert f"and {demo.shorts[demo.students[2].id]} are both in Library" in below
