"""`i`, `s` and `f`: a sign picked and noted, the next step, and focal students, wherever a student is highlighted."""

import pytest
from app_case import case_screen, command, drawn, fill_in, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.edit_catalogue import add_to_catalogue, hide_sign
from advisory.model import Indicator, Partnership
from advisory.model.words import Observer, Stage
from advisory.tui.commands.registry import COMMAND
from advisory.tui.screens.base.case_screen import CaseScreen


def signs(caseload: Caseload, student_id: str) -> list[Indicator]:
    return caseload.store.of_student(Indicator, student_id)


@pytest.mark.parametrize("screen", COMMAND["add-sign"].where)
async def test_a_sign_is_picked_noted_and_undone_on_every_screen(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        before = signs(demo, student_id)
        await command(pilot, "add-sign")
        picked = pilot.app.screen.query_one("Lines").key
        await press(pilot, "enter")
        await fill_in(pilot, line="Half a page, unasked", by="student", observed_on="yesterday")
        assert message(pilot).startswith("Sign noted")
        made = signs(demo, student_id)[-1]
        assert (made.key, made.line, made.by) == (picked, "Half a page, unasked", Observer.STUDENT)
        assert (TODAY - made.observed_on).days == 1
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: Sign noted: ")
        assert signs(demo, student_id) == before


async def test_the_key_of_a_sign_notes_it_at_once_if_it_is_in_view_and_is_the_same_at_every_stage(
    demo: Caseload,
) -> None:
    diego, amina = demo.one("diego"), demo.one("amina")
    before = [len(signs(demo, one.id)) for one in (diego, amina)]
    async with open_app(demo, (60, 20), screen="board") as pilot:
        for student, key, label in ((diego, "3", "told something true"), (amina, "a", "named the target")):
            case_screen(pilot).body.go_to(student.id)
            await press(pilot, "i", key)
            assert message(pilot).startswith(f"Sign noted: {label}")
        await press(pilot, "i", "r")
        assert pilot.app.screen.query_one("Lines").key == "used_elsewhere"  # it was out of view
        await press(pilot, "escape")
    assert [len(signs(demo, one.id)) for one in (diego, amina)] == [number + 1 for number in before]


async def test_an_unfinished_draft_is_noted_and_says_what_is_missing_for_alliance(demo: Caseload) -> None:
    """The task of a new user, by what the screen says."""
    diego = demo.one("diego")
    async with open_app(demo, screen="board") as pilot:
        case_screen(pilot).body.go_to(diego.id)
        assert " i Sign " in drawn(pilot).splitlines()[-1]
        record_check_in(demo, diego.id, "Laid half an essay on my desk")
        await press(pilot, "i")
        shown = drawn(pilot)
        assert "student showed unfinished work · the student's doing" in shown
        assert "✓" in shown
        await press(pilot, *["down"] * 9, "enter")
        shown = drawn(pilot)
        assert "Diego Ramírez: student showed unfinished work" in shown
        assert "For Alliance: 2 of 3 Rapport signs seen" in shown
        assert "no check-in" in shown  # nothing is chosen that the advisor did not point at
        await press(pilot, "down", "right", "ctrl+s")
        assert message(pilot) == "Sign noted: student showed unfinished work. Alliance: all there · Diego"
    made = signs(demo, diego.id)[-1]
    assert (made.key, made.line, made.observed_on) == ("showed_unfinished", "", TODAY)
    assert made.check_in == demo.store.check_ins_of(diego.id)[-1].id


async def test_a_sign_is_seen_in_the_check_in_that_the_advisor_went_to(demo: Caseload) -> None:
    diego = demo.one("diego")
    record_check_in(demo, diego.id, "Laid half an essay on my desk")
    async with open_app(demo) as pilot:
        await case_screen(pilot).open_over("card", diego.id)
        case_screen(pilot).body.go_to(demo.store.check_ins_of(diego.id)[-1].id)  # the screen did, not the advisor
        await press(pilot, "i", "enter")
        assert "← no check-in" in drawn(pilot)
        await press(pilot, "escape", "down", "i", "enter")
        assert case_screen(pilot).highlighted.check_in is not None
        assert "← no check-in" not in drawn(pilot)


async def test_what_was_typed_about_a_sign_is_there_whichever_is_picked_next(demo: Caseload) -> None:
    async with open_app(demo, screen="board") as pilot:
        await press(pilot, "i", "enter", *"Half a page", "escape", "i", "down", "enter")
        assert pilot.app.screen.values["line"] == "Half a page"
        assert "^d discards it" in drawn(pilot)


async def test_a_sign_seen_in_a_check_in_was_seen_on_its_day(demo: Caseload) -> None:
    diego = demo.one("diego")
    earlier = demo.store.check_ins_of(diego.id)[-1]
    async with open_app(demo, screen="board") as pilot:
        case_screen(pilot).body.go_to(diego.id)
        await press(pilot, "i", "enter")
        await fill_in(pilot, check_in=earlier.id)
    made = signs(demo, diego.id)[-1]
    assert (made.check_in, made.observed_on) == (earlier.id, earlier.happened_on)


async def test_the_signs_offered_are_the_catalogues_those_of_the_stage_first(demo: Caseload) -> None:
    hide_sign(demo, "says_name")
    own = add_to_catalogue(demo, Stage.ALLIANCE, "[bold] brought a friend")
    maya = demo.one("maya")
    assert demo.summary(maya.id).stage is Stage.ALLIANCE
    async with open_app(demo, (60, 20), screen="board") as pilot:
        case_screen(pilot).body.go_to(maya.id)
        await press(pilot, "i")
        keys = [row.key for row in pilot.app.screen.query_one("Lines").rows if row.key]
        assert keys[0] == "named_target"
        assert keys.index(own.key) < keys.index("listened")
        assert "says_name" not in keys
        assert "[bold] brought a friend" in drawn(pilot)
        assert "reported progress unprompted · theirs" in drawn(pilot)
        assert "Enter also where · Esc close" in drawn(pilot)
        await press(pilot, "escape")
        assert pilot.app.screen.id == "board"


async def test_under_the_shade_no_name_and_no_words_stand_in_the_form(demo: Caseload) -> None:
    diego = demo.one("diego")
    record_check_in(demo, diego.id, "Laid half an essay on my desk")
    async with open_app(demo, screen="board") as pilot:
        case_screen(pilot).body.go_to(diego.id)
        await press(pilot, "ctrl+l", "i", "enter")
        assert "Seen in" in drawn(pilot)
        assert "Diego" not in drawn(pilot)
        assert "essay" not in drawn(pilot)


@pytest.mark.parametrize("screen", COMMAND["set-step"].where)
async def test_the_next_step_is_set_and_undone(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        before = demo.store.of_student(Partnership, student_id)
        await command(pilot, "set-step")
        await fill_in(pilot, step="Walk past the boathouse")
        assert message(pilot).startswith("Next step set: Walk past the boathouse · ")
        assert demo.summary(student_id).partnership.next_step == "Walk past the boathouse"
        await command(pilot, "undo")
        assert demo.store.of_student(Partnership, student_id) == before


@pytest.mark.parametrize("screen", COMMAND["focal"].where)
async def test_focal_is_marked_and_taken_away(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        was = demo.summary(student_id).student.focal
        for _ in range(2):
            await command(pilot, "focal")
            if not isinstance(pilot.app.screen, CaseScreen):
                await fill_in(pilot, why="quiet since October")
                assert message(pilot).startswith("Focal: see them more often · ")
                chosen = demo.summary(student_id).student
                assert (chosen.focal_why, chosen.focal_since) == ("quiet since October", demo.today)
        assert demo.summary(student_id).student.focal is was


@pytest.mark.parametrize("one", ["add-sign", "set-step", "focal"])
async def test_where_nobody_is_highlighted_nothing_is_done(caseload: Caseload, one: str) -> None:
    async with open_app(caseload, screen="board") as pilot:
        await command(pilot, one)
        assert message(pilot)
        assert pilot.app.screen.id == "board"
    assert caseload.store.seq == 0


@pytest.mark.parametrize("screen", ["board", "card"])
async def test_on_the_smallest_screen_the_footer_says_how_a_sign_is_noted(demo: Caseload, screen: str) -> None:
    async with open_app(demo, (60, 20), screen=screen) as pilot:
        assert " i Sign " in drawn(pilot).splitlines()[-1]
