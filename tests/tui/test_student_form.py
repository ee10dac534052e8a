"""`N`, `E` and `A`: a student added by hand, changed, and taken out of the caseload."""

import pytest
from app_case import NOBODY_YET, case_screen, command, drawn, fill_in, go_to, highlight, message, open_app, press
from record_case import TODAY

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.model import Student
from advisory.model.words import PronounsScope
from advisory.tui.commands.registry import COMMAND

NUR = {
    "given_name": "Nur",
    "family_name": "Al-Amin",
    "pronounce": "noor",
    "pronouns": "they/them",
    "pronouns_scope": "anywhere",
    "grade": "9",
    "student_number": "20417",
    "birthday": "2/29",
    "contact_every": "5",
}


@pytest.mark.parametrize("screen", COMMAND["add-student"].where)
async def test_a_student_is_added_by_hand(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        await command(pilot, "add-student")
        await fill_in(pilot, **NUR)
        assert message(pilot) == "New student · Nur"
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: New student")
        assert all(student.given_name != "Nur" for student in demo.students)
        await command(pilot, "redo")
    nur = demo.one("nur")
    assert (nur.full_name, nur.pronounce, nur.grade, nur.joined_on) == ("Nur Al-Amin", "noor", "9", TODAY)
    assert (nur.pronouns_scope, nur.birthday, nur.contact_every) == (PronounsScope.ANYWHERE, "02-29", 5)


async def test_what_can_not_be_is_told_and_the_form_keeps_what_was_typed(caseload: Caseload) -> None:
    add_student(caseload, given_name="Maya", family_name="Okafor", student_number="7")
    async with open_app(caseload) as pilot:
        await command(pilot, "add-student")
        for field, value, sentence in (
            ("given_name", " ", "given name"),
            ("contact_every", "often", "“often” is not a number of school days"),
            ("birthday", "30-30", "30-30"),
            ("student_number", "7", "Student number 7 already belongs to Maya Okafor."),
        ):
            values = {**NUR, field: value}
            await fill_in(pilot, **values)
            assert sentence in pilot.app.screen.query_one(".dialog-problem").visual.plain
            assert pilot.app.screen.values | values == pilot.app.screen.values
    assert len(caseload.students) == 1


@pytest.mark.parametrize("screen", COMMAND["edit-student"].where)
async def test_a_student_is_changed(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        student = demo.store.need(Student, case_screen(pilot).highlighted.student)
        await command(pilot, "edit-student")
        assert pilot.app.screen.values["given_name"] == student.given_name
        await fill_in(pilot, preferred_name="Zuzu", grade="8")
        assert message(pilot) == "Student edited · Zuzu"
        assert "Zuzu" in drawn(pilot)
        await command(pilot, "undo")
        assert message(pilot).startswith("Undid: ")
    assert demo.store.need(Student, student.id).preferred_name == student.preferred_name


async def test_the_form_changes_nothing_that_was_not_changed_in_it(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "edit-student")
        await fill_in(pilot, grade="11")
    changed = demo.store.need(Student, maya.id)
    assert {f for f in maya.__struct_fields__ if getattr(maya, f) != getattr(changed, f)} <= {"grade", "updated_at"}


async def test_the_card_of_a_student_who_is_undone_is_left(caseload: Caseload) -> None:
    add_student(caseload, given_name="Maya", family_name="Okafor")
    async with open_app(caseload, screen="card") as pilot:
        await command(pilot, "undo")
        assert pilot.app.screen.id == "today"
        assert "Your caseload is empty" in drawn(pilot)


async def test_the_card_of_a_student_undone_on_another_screen_is_left_when_it_is_come_back_to(
    caseload: Caseload,
) -> None:
    add_student(caseload, given_name="Maya", family_name="Okafor")
    async with open_app(caseload, screen="card") as pilot:
        await command(pilot, "show-board", "undo")
        await go_to(pilot, "caseload")
        assert pilot.app.screen.id == "caseload"


async def test_the_first_start_teaches(caseload: Caseload) -> None:
    async with open_app(caseload) as pilot:
        shown = drawn(pilot)
        assert "Your caseload is empty." in shown
        for way in ("Import a roster", "Add one student", "advisory demo"):
            assert way in shown
        await press(pilot, "N")
        await fill_in(pilot, given_name="Maya", family_name="Okafor")
        assert "▸ Maya Okafor" in drawn(pilot)
        assert case_screen(pilot).highlighted.student == caseload.one("maya").id


@pytest.mark.parametrize("one", ["move-on", "move-back", "promise", "draft-pact", "edit-student", "archive-student"])
async def test_with_nobody_highlighted_it_says_so(caseload: Caseload, one: str) -> None:
    async with open_app(caseload) as pilot:
        await command(pilot, one)
        assert message(pilot) == NOBODY_YET
        assert pilot.app.screen.id == "caseload"
