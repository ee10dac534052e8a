"""Families: the people in the student's form and on the card, a call in one line, and the screen of what went home."""

import pytest
from app_case import (
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    highlight,
    message,
    open_app,
    press,
    resize,
    settle,
)

from advisory.caseload.caseload import Caseload
from advisory.casework.student.add import add_student
from advisory.casework.student.keep_person import keep_person
from advisory.model import CheckIn, FamilyContact, Student
from advisory.model.words import Kind, Medium, NotMadeReason, Tone
from advisory.tui.screens.families.screen import FamiliesScreen

AUNT = FamilyContact(name="Ngozi Okafor", relation="aunt", language="Igbo", may_contact=False)


@pytest.fixture
def ada(caseload: Caseload) -> Student:
    return add_student(caseload, given_name="Ada", family_name="Stone")


def newest(caseload: Caseload) -> CheckIn:
    return max(caseload.check_ins, key=lambda one: one.id)


async def test_a_person_is_added_changed_and_removed_from_the_student_s_form(caseload: Caseload, ada: Student) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "E", "up", "a", "enter")
        await fill_in(pilot, name="Ngozi Okafor", relation="aunt", language="Igbo", phone="555-0100", then="add")
        await fill_in(pilot, name="Obi Ngozi", relation="father", may_contact="no")
        assert message(pilot) == "Family: Obi Ngozi, father · Ada"
        await press(pilot, "enter")
        shown = drawn(pilot)
        assert "Ngozi Okafor, aunt · speaks Igbo · 555-0100" in shown
        assert "Obi Ngozi, father · do not contact" in shown
        assert "no good word home yet" in shown
        await press(pilot, "E")
        await fill_in(pilot, family="Ngozi Okafor")
        assert "A person of Ada's family" in drawn(pilot)
        await fill_in(pilot, best_time="after 6 pm", relation="great-aunt")
        await press(pilot, "E")
        await fill_in(pilot, family="Obi Ngozi")
        await fill_in(pilot, then="remove")
        assert message(pilot) == "Removed from the family: Obi Ngozi · Ada"
        await press(pilot, "u")
        assert message(pilot) == "Undid: Person removed from the family · Ada"
    family = caseload.store.need(Student, ada.id).family_contacts
    assert [(one.name, one.relation, one.best_time, one.may_contact) for one in family] == [
        ("Ngozi Okafor", "great-aunt", "after 6 pm", True),
        ("Obi Ngozi", "father", "", False),
    ]


async def test_on_the_families_the_form_begins_with_the_family(caseload: Caseload, ada: Student) -> None:
    async with open_app(caseload, screen="families") as pilot:
        await press(pilot, "E", "a", "enter")
        assert "A person of Ada's family" in drawn(pilot)
        await fill_in(pilot, name="Ngozi Okafor", relation="aunt")
    assert [one.name for one in caseload.store.need(Student, ada.id).family_contacts] == ["Ngozi Okafor"]


async def test_a_new_student_s_form_goes_on_to_the_family_and_a_draft_of_a_person_is_kept(caseload: Caseload) -> None:
    async with open_app(caseload, screen="today") as pilot:
        await command(pilot, "add-student")
        await fill_in(pilot, given_name="Nur", family_name="Al-Amin", family="add")
        await fill_in(pilot, name="")
        assert "Who is it? Type a name." in drawn(pilot)
        await press(pilot, "N", "u", "r", "escape")
        assert "a person of the family" in drawn(pilot)
        case_screen(pilot).body.go_to(next(key for key in case_screen(pilot).body.keys if key.startswith("drafts:")))
        await press(pilot, "enter", "ctrl+s")
    (nur,) = caseload.students
    assert [one.name for one in nur.family_contacts] == ["Nur"]


async def test_a_call_home_is_one_line_and_it_says_whom_not_to_contact(caseload: Caseload, ada: Student) -> None:
    keep_person(caseload, ada, AUNT)
    async with open_app(caseload) as pilot:
        await press(pilot, "c", *"@a", "tab", *" Reads at home * %pho")
        reading = " ".join(drawn(pilot).split())
        assert "family contact · with Ngozi Okafor, aunt · do not contact · today · phone · celebrates" in reading
        await press(pilot, "enter")
        assert message(pilot) == "Saved: family contact, today · Ada"
        call = newest(caseload)
        assert (call.kind, call.person, call.medium, call.tone) == (
            Kind.FAMILY_CONTACT,
            "Ngozi Okafor",
            Medium.PHONE,
            Tone.CELEBRATE,
        )
        await press(pilot, "c", *"&fam Rang twice -no", "tab", "enter")
        assert message(pilot) == "Saved: family contact, today, not reached · Ada"
        assert newest(caseload).not_made_reason is NotMadeReason.NO_ANSWER
        await press(pilot, "c", *"&fam", "space", "tab", "backspace", "escape")
        assert message(pilot).startswith("Not saved yet")
        await press(pilot, "c", "space", "tab")
        assert message(pilot) == "The note says its kind, &family_contact: change it there."
        await press(pilot, *["backspace"] * 6)
        await press(pilot, *"@uncle", "tab")
        assert message(pilot).startswith("Nobody in the family on record fits; E adds somebody.")
        await press(pilot, *" Hi", "enter")
        assert "“@uncle” is not @aunt." in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+l")
        assert "aunt" not in drawn(pilot)


async def test_the_screen_shows_what_went_home_and_a_call_changes_it(caseload: Caseload, ada: Student) -> None:
    keep_person(caseload, ada, AUNT)
    bo = add_student(caseload, given_name="Bo", family_name="Reed")
    for size in ((60, 20), (80, 24), (120, 40)):
        async with open_app(caseload, size) as pilot:
            await command(pilot, "families")
            assert isinstance(pilot.app.screen, FamiliesScreen)
            assert_fits(pilot)
            assert "0 of 2 families had a good word" in drawn(pilot)
            assert "do not contact" in drawn(pilot)
    async with open_app(caseload, (120, 40)) as pilot:
        await highlight(pilot, ada)
        await command(pilot, "families")
        assert case_screen(pilot).highlighted.student == ada.id
        assert "Ngozi Okafor, aunt · do not contact" in drawn(pilot)
        case_screen(pilot).body.go_to(bo.id)
        await press(pilot, "c", *"&fam Reads at home *", "enter")
        assert "1 of 2 families had a good word" in drawn(pilot)
        assert case_screen(pilot).highlighted.student == bo.id
        await press(pilot, "enter")
        assert case_screen(pilot).stem == "card"
        assert "last good word home: today" in drawn(pilot)


async def test_a_group_note_takes_a_kind_and_refuses_who_was_not_reached(caseload: Caseload, ada: Student) -> None:
    add_student(caseload, given_name="Bo", family_name="Reed")
    async with open_app(caseload) as pilot:
        await press(pilot, "g", *"Circle -abs", "enter")
        assert "Everyone ticked was there" in " ".join(drawn(pilot).split())
        await press(pilot, *["backspace"] * 5, *" &sma ?", "enter")
        assert message(pilot).startswith("Saved: small group, today")
    assert {(one.kind, one.tone, one.line) for one in caseload.check_ins} == {
        (Kind.SMALL_GROUP, Tone.CONCERN, "Circle")
    }


async def test_who_was_added_in_another_window_is_named_before_it_is_overwritten(
    caseload: Caseload, ada: Student
) -> None:
    async with open_app(caseload) as pilot:
        await press(pilot, "E")
        keep_person(caseload, ada, AUNT)
        await fill_in(pilot, grade="10")
        assert "family contacts is now “Ngozi Okafor, aunt”" in " ".join(drawn(pilot).replace("│", " ").split())
        await press(pilot, "ctrl+s")
    kept = caseload.store.need(Student, ada.id)
    assert (kept.grade, kept.family_contacts) == ("10", (AUNT,))


@pytest.mark.parametrize("screen", ["families", "year", "time"])
async def test_a_screen_made_for_its_size_is_made_anew_for_another(demo: Caseload, screen: str) -> None:
    async with open_app(demo, screen=screen) as pilot:
        for width in (110, 60, 80):
            await resize(pilot, width, 30)
            resized = drawn(pilot)
            case_screen(pilot).redraw(force=True)
            await settle(pilot)
            assert drawn(pilot) == resized
