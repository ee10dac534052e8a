"""A and B: how and since when a student leaves, who left at the end of the caseload, coming back, and names that are there."""

from datetime import timedelta

import pytest
from app_case import case_screen, command, drawn, fill_in, highlight, message, open_app, press, settle
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.promise.make import make_promise
from advisory.casework.student.add import add_student
from advisory.casework.student.archive import archive_student
from advisory.casework.student.edit import edit_student
from advisory.model import Student
from advisory.model.words import Status
from advisory.tui.commands.registry import COMMAND
from advisory.tui.prose import Shade


@pytest.mark.parametrize("screen", COMMAND["archive-student"].where)
async def test_a_student_leaves_as_is_said_and_is_brought_back(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student_id = case_screen(pilot).highlighted.student
        await command(pilot, "archive-student")
        await press(pilot, "ctrl+s")  # nothing is chosen at first
        assert "Choose how: t transferred" in drawn(pilot)
        await press(pilot, "escape")
        assert demo.store.need(Student, student_id).status is Status.ACTIVE
        await command(pilot, "archive-student")
        await press(pilot, "t", "ctrl+s")
        left = demo.store.need(Student, student_id)
        assert (left.status, left.left_on) == (Status.TRANSFERRED, TODAY)
        assert case_screen(pilot).stem == ("today" if screen == "card" else screen)
        brings_back = "undo" if screen == "card" else "unarchive-student"
        key = case_screen(pilot).key(brings_back)
        assert f"Transferred today; everything written stays. {key} brings them back" in message(pilot)
        if screen != "card":
            await command(pilot, "unarchive-student")  # whose row stands for them until the highlight moves on
            assert case_screen(pilot).highlighted.student == student_id
            assert message(pilot).startswith("Brought back · ")
            await command(pilot, "undo")
        await command(pilot, "undo")
        assert demo.store.need(Student, student_id).status is Status.ACTIVE
    assert demo.store.check_ins_of(student_id)


async def test_on_leave_they_stay_on_the_caseload_and_one_key_ends_it(demo: Caseload) -> None:
    maya = edit_student(demo, demo.one("maya"), joined_on=TODAY - timedelta(days=60))
    async with open_app(demo, (120, 30)) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "archive-student")
        await fill_in(pilot, how="on_leave", since="-7")
        assert message(pilot) == "On leave since Nov 16; clocks stand still. B brings them back · Maya"
        assert case_screen(pilot).highlighted.student == maya.id
        await command(pilot, "not-here")
        assert message(pilot) == "On leave; on the caseload B brings them back · Maya"
        await command(pilot, "unarchive-student")
        assert message(pilot) == "Brought back · Maya"
    assert demo.store.need(Student, maya.id).status is Status.ACTIVE


async def test_who_left_is_folded_at_the_end_and_comes_back_with_one_key(demo: Caseload) -> None:
    maya, kai = demo.one("maya"), demo.one("kai")
    for one in (maya, kai):
        archive_student(demo, one.id, Status.GRADUATED)
    async with open_app(demo, (60, 20)) as pilot:
        screen = case_screen(pilot)
        await press(pilot, "end")
        assert "› Left · 2" in drawn(pilot)
        assert "Maya Okafor" not in drawn(pilot)
        await press(pilot, "enter")
        assert "graduated today" in drawn(pilot)
        assert screen.body.key == "left"
        await press(pilot, "enter")
        assert "graduated" not in drawn(pilot)
        await press(pilot, "enter", "j")
        assert screen.highlighted.student == kai.id
        await press(pilot, "h")
        assert screen.body.key == "left"
        assert "graduated" not in drawn(pilot)
        await press(pilot, "enter", "j", "B")
        assert message(pilot) == "Brought back · Kai"
        assert screen.highlighted.student == kai.id
        await press(pilot, "slash", *"maya")
        await settle(pilot)
        assert "Maya Okafor" in drawn(pilot)  # a name that is looked for is found there too
        await command(pilot, "shade")
        assert "Maya" not in drawn(pilot)


async def test_a_new_name_that_is_there_is_said_before_it_is_saved_and_brought_back(demo: Caseload) -> None:
    maya = demo.one("maya")
    archive_student(demo, maya.id, Status.TRANSFERRED)
    before = len(demo.everyone)
    async with open_app(demo) as pilot:
        await command(pilot, "add-student")
        await fill_in(pilot, given_name="maya", family_name="okafor", grade="12")
        assert "Maya Okafor is transferred today. Who is this?" in drawn(pilot)
        await press(pilot, "escape")
        assert "Nobody is added yet." in drawn(pilot)
        assert pilot.app.screen.values["grade"] == "12"
        await press(pilot, "ctrl+s", "enter")
        assert message(pilot) == "Brought back · Maya"
        back = demo.store.need(Student, maya.id)
        assert (back.status, back.grade, back.given_name, back.left_on) == (Status.ACTIVE, "12", "Maya", None)
        assert len(demo.everyone) == before
        await command(pilot, "add-student")
        await fill_in(pilot, given_name="Maya", family_name="Okafor")
        assert "Maya Okafor is here already. Who is this?" in drawn(pilot)
        await press(pilot, "down", "enter")
        assert message(pilot).startswith("New student · ")
    assert len(demo.everyone) == before + 1


@pytest.mark.parametrize("slip", ["a", "A"])
async def test_a_key_pressed_by_mistake_costs_nothing(demo: Caseload, slip: str) -> None:
    async with open_app(demo) as pilot:
        student_id = case_screen(pilot).highlighted.student
        before = demo.summary(student_id)
        await press(pilot, slip, slip)
        if slip == "A":
            await press(pilot, "enter", "enter")
            assert "Choose how" in drawn(pilot)
            await press(pilot, "escape")
        assert demo.summary(student_id) == before


async def test_today_stays_with_a_student_who_left_until_the_highlight_is_moved(demo: Caseload) -> None:
    async with open_app(demo, screen="today") as pilot:
        screen = case_screen(pilot)
        left = screen.highlighted.student
        seen = [one.id for one in demo.check_ins]
        archive_student(demo, left)
        for hidden in (False, True, False):
            screen.desk.prose.shade = Shade.INITIALS if hidden else Shade.OFF
            screen.redraw(force=True)
            await settle(pilot)
            assert "left your caseload" in drawn(pilot)
            assert (screen.gone, screen.highlighted.student) == (left, "")
        await press(pilot, "space")
        assert [one.id for one in demo.check_ins] == seen
        await press(pilot, "j")
        assert screen.gone == ""
        assert screen.highlighted.student
        assert "left your caseload" not in drawn(pilot)


@pytest.mark.parametrize("screen", ["board", "known_well"])
@pytest.mark.parametrize("at", ["first", "last"])
async def test_from_a_student_who_left_the_highlight_moves_to_a_neighbor(demo: Caseload, screen: str, at: str) -> None:
    async with open_app(demo, (120, 40), screen=screen) as pilot:
        await press(pilot, "home" if at == "first" else "G")
        here = case_screen(pilot)
        if at == "last":
            before = here.highlighted.student
            await press(pilot, "k")
            neighbor = here.highlighted.student
            await press(pilot, "j")
        else:
            before = here.highlighted.student
            await press(pilot, "j")
            neighbor = here.highlighted.student
            await press(pilot, "k")
        assert here.highlighted.student == before
        archive_student(demo, before)
        for _ in range(2):
            here.redraw(force=True)
            await settle(pilot)
        await press(pilot, "j" if at == "first" else "k")
        assert here.highlighted.student == neighbor


async def test_the_log_stays_with_whose_entry_another_program_took_back(demo: Caseload) -> None:
    diego, seen = demo.one("diego").id, len(demo.check_ins)
    record_check_in(demo, diego, "Newest of all")
    async with open_app(demo, screen="log") as pilot:
        screen = case_screen(pilot)
        await press(pilot, "home")
        assert screen.highlighted.student == diego
        demo.store.undo(NOW)
        screen.redraw()
        await settle(pilot)
        assert "Diego Ramírez · still highlighted" in drawn(pilot)
        await press(pilot, "d")
        assert message(pilot) == "No check-in is highlighted · Diego"
    assert len(demo.check_ins) == seen


async def test_today_stays_with_whose_promise_another_program_took_back(caseload: Caseload) -> None:
    _, jun = (add_student(caseload, given_name=name, family_name="Okafor") for name in ("Ada", "Jun"))
    made = make_promise(caseload, jun.id, "lend him the atlas", due_on=TODAY)
    async with open_app(caseload, (120, 40), screen="today") as pilot:
        screen = case_screen(pilot)
        screen.body.go_to(f"promises:{made.id}")
        await settle(pilot)
        caseload.store.undo(NOW)
        screen.redraw()
        await settle(pilot)
        assert screen.highlighted.student == jun.id
        assert "atlas" not in drawn(pilot)
