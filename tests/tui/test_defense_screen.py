"""One plan: its parts, the practices, and the day and after."""

import pytest
from app_case import command, drawn, fill_in, message, open_app, press, set_fields
from defense_case import near_plan, over, without_season
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.defense.artifact import add_artifact
from advisory.casework.defense.move import move_day
from advisory.casework.learning.record_evidence import record_evidence
from advisory.model import FollowUp
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import EvidenceSource, Party


@pytest.fixture(autouse=True)
def _no_season(demo: Caseload) -> None:
    without_season(demo)


async def test_what_is_there_is_taken_over_with_enter_and_nothing_typed_twice(demo: Caseload) -> None:
    plan = near_plan(demo)
    for seen in ("Explained the load path", "Found her own mistake"):
        record_evidence(demo, plan.student, seen, source=EvidenceSource.CONVERSATION)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "N", "enter", "enter", "enter", "escape")
    titles = [one.title for one in demo.defenses[0].artifacts]
    assert len(titles) == 3
    assert {"Explained the load path", "Found her own mistake"} & set(titles)


async def test_a_practice_takes_two_keys_and_the_texts_and_its_step_is_a_promise(demo: Caseload) -> None:
    plan = near_plan(demo)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "r")
        await set_fields(pilot, glows="Clear voice\nGood slides", grows="Slower", next="Time the middle")
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Practice 2 noted: Time the middle")
    practice = demo.defenses[0].practices[-1]
    assert (practice.glows, practice.grows, practice.on) == (("Clear voice", "Good slides"), ("Slower",), TODAY)
    promise = demo.store.of_student(FollowUp, plan.student)[-1]
    assert (promise.text, promise.owner, promise.source) == ("Time the middle", Party.STUDENT, plan.id)


async def test_each_part_is_changed_with_enter(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, (80, 40), screen="defense") as pilot:
        await press(pilot, "enter")
        assert demo.defenses[0].milestones[2].status is MilestoneStatus.READY
        pilot.app.screen.page.go_to("panel:1")
        await press(pilot, "enter")
        assert message(pilot).startswith("Confirmed: Coach Bell")
        assert demo.defenses[0].panel[1].confirmed_on == TODAY
        pilot.app.screen.page.go_to("artifacts:0")
        await press(pilot, "enter")
        await fill_in(pilot, title="The second bridge", reflection="done")
        assert message(pilot).startswith("Changed: The second bridge")
        pilot.app.screen.page.go_to("feeling:0")
        await press(pilot, "enter")
        await fill_in(pilot, feeling="2", says="My stomach hurts")
        assert "2 of 5 “My stomach hurts”" in drawn(pilot)
    plan = demo.defenses[0]
    assert (plan.feeling_before, plan.feeling_says) == (2, "My stomach hurts")


async def test_what_was_typed_about_one_artifact_does_not_come_back_in_the_form_of_another(demo: Caseload) -> None:
    add_artifact(demo, near_plan(demo), "The poem")
    async with open_app(demo, (80, 40), screen="defense") as pilot:
        pilot.app.screen.page.go_to("artifacts:0")
        await press(pilot, "enter")
        await set_fields(pilot, title="A bridge of paper")
        await press(pilot, "escape")
        pilot.app.screen.page.go_to("artifacts:1")
        await press(pilot, "enter")
        assert pilot.app.screen.values["title"] == "The poem"
        await press(pilot, "escape")
        await command(pilot, "show-today")
        pilot.app.screen.body.go_to(f"drafts:artifact_a:{demo.defenses[0].id}")
        await press(pilot, "enter")
        assert pilot.app.screen.values["title"] == "A bridge of paper"


async def test_the_plan_itself_is_reworded(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, screen="defense") as pilot:
        await command(pilot, "edit-defense")
        await fill_in(pilot, place="Room 12", minutes="60", kind="exhibition")
        assert message(pilot).startswith("Exhibition edited")
    plan = demo.defenses[0]
    assert (plan.place, plan.minutes, plan.type.value) == ("Room 12", 60, "exhibition")


async def test_somebody_is_asked_and_a_part_removed_and_brought_back(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, (80, 40), screen="defense") as pilot:
        await press(pilot, "N", "down", "down", "enter")
        await fill_in(pilot, name="Grandmother", role="family")
        assert message(pilot).startswith("Asked: Grandmother")
        pilot.app.screen.page.go_to("panel:2")
        await command(pilot, "delete-defense")
        assert message(pilot).startswith("Removed: Grandmother; u brings it back")
        assert len(demo.defenses[0].panel) == 2
        await press(pilot, "u")
        assert len(demo.defenses[0].panel) == 3


async def test_a_milestone_can_t_be_removed_and_the_whole_plan_only_once_that_was_said(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, (80, 40), screen="defense") as pilot:
        await press(pilot, "d")
        assert message(pilot).startswith("d again deletes the whole plan: for Dec 4")
        assert len(demo.defenses) == 1
        await press(pilot, "d")
        assert demo.defenses == []


async def test_feedback_comes_before_the_outcome_and_a_celebration_is_asked_for(demo: Caseload) -> None:
    near_plan(demo)
    move_day(demo, demo.defenses[0], TODAY)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "C", "enter")
        await fill_in(pilot, wows="Your drawings", wonders="What would you change?")
        assert demo.defenses[0].feedback_on == TODAY
        assert demo.defenses[0].outcome is None
        await press(pilot, "enter")
        assert demo.defenses[0].outcome is DefenseOutcome.PASSED
        await fill_in(pilot, how="Called home together")
        assert message(pilot).startswith("Celebrated: Called home together")
    assert demo.defenses[0].celebrated_on == TODAY


async def test_defend_again_is_one_more_turn_with_a_plan_of_its_own(demo: Caseload) -> None:
    plan = over(demo)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "C", "down", "enter")
        await fill_in(pilot, to_change="Show the data", first="Draw the graph", second="Practice twice", day="12/10")
        assert message(pilot).startswith("One more turn Dec 10")
        shown = drawn(pilot)
        assert "Defense, another turn" in shown
        assert "This time: Show the data" in shown
        await command(pilot, "previous-student")
        assert "one more turn Thu Dec 10" in " ".join(drawn(pilot).split())
        await press(pilot, "u")
    assert demo.defenses == [plan]


async def test_before_the_day_it_can_only_be_postponed(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, screen="defense") as pilot:
        await press(pilot, "C", "down", "enter")
        assert demo.defenses[0].outcome is DefenseOutcome.POSTPONED
        assert "Next: choose a new day" in drawn(pilot)


async def test_an_undone_plan_closes_its_screen(demo: Caseload) -> None:
    near_plan(demo)
    async with open_app(demo, screen="defense") as pilot:
        while demo.defenses:
            await press(pilot, "u")
        assert pilot.app.screen.id == "today"
