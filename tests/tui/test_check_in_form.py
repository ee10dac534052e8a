"""The form for all of a check-in: every field, kinds by one key, flags that are seen, and what it said before."""

from datetime import date

import pytest
from app_case import (
    assert_fits,
    case_screen,
    command,
    drawn,
    fill_in,
    message,
    open_app,
    press,
    set_fields,
    settle,
)

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.edit import edit_check_in
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, CognitiveInsight, Pact
from advisory.model.words import CheckInState, Kind, NotMadeReason, PartOfDay, Party
from advisory.tui.dialogs.fields.check_in import check_in_changes, check_in_fields
from advisory.tui.widgets.boxes.choice import Choice
from advisory.tui.words.summary import KIND_LETTERS

NOT_IN_THE_FORM = {
    "id",
    "created_at",
    "updated_at",
    "deleted_at",
    "student",
    "group",
    "revisions",
    "by",
    "topic",
}


def a_check_in(demo: Caseload, line: str = "Brought the lab notes", **fields: object) -> CheckIn:
    return record_check_in(demo, demo.one("kai").id, line, **fields)


async def open_form(pilot, check_in: CheckIn) -> None:
    screen = case_screen(pilot)
    screen.redraw(force=True)
    screen.go_to_check_in(check_in)
    await settle(pilot)
    await command(pilot, "open")


def words(shown: str) -> str:
    """What stands between the edges, on one line."""
    return " ".join(shown.replace("│", " ").split())


def the(demo: Caseload, check_in: CheckIn) -> CheckIn:
    return demo.store.need(CheckIn, check_in.id)


async def test_every_field_can_be_changed_and_one_that_is_not_touched_stays(demo: Caseload) -> None:
    shown = a_check_in(demo)
    pact = demo.store.of_student(Pact, shown.student)[0]
    insight = demo.store.of_student(CognitiveInsight, shown.student)[0]
    async with open_app(demo, screen="log") as pilot:
        await open_form(pilot, shown)
        await press(pilot, "ctrl+s")
        assert the(demo, shown) == shown
        await open_form(pilot, shown)
        await fill_in(
            pilot, line="Other", body="More of it", student_says="Look!", happened_on="2026-11-20", kind="observation",
            counts_contact="yes", counts_one_to_one="no", initiator="student", medium="phone", part_of_day="morning",
            tone="celebrate", visibility="staff", state="jot", pact=pact.id, insight=insight.id, minutes="5",
            feeling="4", tags="#maths lab", person="Minh Tran",
        )  # fmt: skip
    edited = the(demo, shown)
    assert (edited.line, edited.body, edited.student_says) == ("Other", "More of it", "Look!")
    assert (edited.happened_on, edited.kind, edited.initiator) == (date(2026, 11, 20), Kind.OBSERVATION, Party.STUDENT)
    assert (edited.counts_contact, edited.counts_one_to_one) == (True, False)
    assert (edited.part_of_day, edited.state) == (PartOfDay.MORNING, CheckInState.JOT)
    assert (edited.pact, edited.insight) == (pact.id, insight.id)
    assert (edited.minutes, edited.feeling, edited.tags) == (5, 4, ("maths", "lab"))
    assert edited.person == "Minh Tran"
    assert edited.revisions[-1].was["line"] == "Brought the lab notes"


async def test_the_form_holds_every_field_of_the_model(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        desk = pilot.app.desk
        shown = a_check_in(demo, question="Why a moose?")
        fields = {field.name: field for field in check_in_fields(desk, shown)}
        values = {name: field.value or (field.choices[0][0] if field.choices else "") for name, field in fields.items()}
        assert set(check_in_changes(desk, values)) == set(CheckIn.__struct_fields__) - NOT_IN_THE_FORM
        assert list(fields)[:6] == ["student", "line", "body", "student_says", "question", "happened_on"]


@pytest.mark.parametrize("kind", Kind)
async def test_a_kind_is_chosen_by_one_key_and_counts_as_it_says(demo: Caseload, kind: Kind) -> None:
    from advisory.rules.check_in.contact import default_counts

    shown = a_check_in(demo, kind=Kind.OBSERVATION if kind is Kind.ONE_TO_ONE else Kind.ONE_TO_ONE)
    async with open_app(demo, (80, 40), screen="log") as pilot:
        await open_form(pilot, shown)
        choice = pilot.app.screen.query_one("#field-kind", Choice)
        pilot.app.screen.set_focus(choice)
        await settle(pilot)
        for other in Kind:
            assert f" {KIND_LETTERS[other]} {other.label}" in drawn(pilot)
        await press(pilot, KIND_LETTERS[kind], "ctrl+s")
    edited = the(demo, shown)
    assert edited.kind is kind
    assert (edited.counts_contact, edited.counts_one_to_one) == default_counts(kind)


def test_no_two_kinds_have_the_same_letter() -> None:
    assert set(KIND_LETTERS) == {kind.value for kind in Kind}
    assert len(set(KIND_LETTERS.values())) == len(Kind)


async def test_the_letters_are_shown_only_while_a_kind_is_chosen_and_a_letter_of_none_does_nothing(
    demo: Caseload,
) -> None:
    shown = a_check_in(demo)
    async with open_app(demo, (60, 20), screen="log") as pilot:
        await open_form(pilot, shown)
        assert "defense preparation" not in drawn(pilot)
        pilot.app.screen.set_focus(pilot.app.screen.query_one("#field-kind"))
        await settle(pilot)
        assert "d defense preparation" in drawn(pilot)
        assert_fits(pilot)
        await press(pilot, "x", "z", "e")
        assert pilot.app.screen.values["kind"] == "one_to_one"
        await press(pilot, "tab")
        assert "defense preparation" not in drawn(pilot)


async def test_flags_set_by_hand_are_shown_as_set_and_kept(demo: Caseload) -> None:
    shown = a_check_in(demo, kind=Kind.OBSERVATION, counts_contact=True)
    async with open_app(demo, screen="log") as pilot:
        await open_form(pilot, shown)
        assert (pilot.app.screen.values["counts_contact"], pilot.app.screen.values["counts_one_to_one"]) == ("yes", "")
        await fill_in(pilot, kind="family_contact")
    assert the(demo, shown).counts_contact
    assert not the(demo, shown).counts_one_to_one


async def test_an_attempt_forces_both_flags_off_and_the_form_says_so(demo: Caseload) -> None:
    shown = a_check_in(demo)
    async with open_app(demo, (80, 40), screen="log") as pilot:
        await open_form(pilot, shown)
        await set_fields(pilot, reached="no_answer", counts_contact="yes", counts_one_to_one="yes")
        pilot.app.screen.set_focus(pilot.app.screen.query_one("#field-reached"))
        await settle(pilot)
        assert "no, no answer: doesn't count as contact" in drawn(pilot)
        await press(pilot, "ctrl+s")
        assert message(pilot).startswith("Check-in edited: ")
        assert "; an attempt doesn't count as contact" in message(pilot)
        edited = the(demo, shown)
        assert (edited.contact_made, edited.not_made_reason) == (False, NotMadeReason.NO_ANSWER)
        assert (edited.counts_contact, edited.counts_one_to_one) == (False, False)
        await open_form(pilot, edited)
        assert "An attempt doesn't count as contact." in drawn(pilot)
        await fill_in(pilot, reached="reached")
    assert (the(demo, shown).counts_contact, the(demo, shown).counts_one_to_one) == (True, True)


async def test_the_head_tells_the_last_revisions_and_under_the_shade_nothing(demo: Caseload) -> None:
    shown = edit_check_in(demo, a_check_in(demo, "First words"), line="Second words", kind=Kind.QUICK_TOUCH)
    shown = edit_check_in(demo, shown, line="Third words")
    async with open_app(demo, (80, 40), screen="log") as pilot:
        await open_form(pilot, shown)
        assert "line was “Second words”" in drawn(pilot)
        assert "line was “First words”; kind was one-to-one" in words(drawn(pilot))
        await press(pilot, "escape", "ctrl+l")
        await open_form(pilot, shown)
        assert "edited" not in drawn(pilot)
        assert not any(f"{which} words" in drawn(pilot) for which in ("First", "Second", "Third"))


async def test_the_second_pane_tells_what_it_said_before_under_the_shade_without_words(demo: Caseload) -> None:
    shown = edit_check_in(demo, a_check_in(demo, "First words"), line="Second words", minutes=5, tags=("a", "b"))
    async with open_app(demo, (120, 40), screen="log") as pilot:
        case_screen(pilot).body.go_to(shown.id)
        await settle(pilot)
        pane = "\n".join(line[80:] for line in drawn(pilot).splitlines())
        assert "line was “First words”; minutes was not said; tags was none" in words(pane)
        await command(pilot, "shade")
        assert "First words" not in drawn(pilot)
        assert "line was “····”" in words("\n".join(line[80:] for line in drawn(pilot).splitlines()))


async def test_the_head_says_that_several_were_written_together(demo: Caseload) -> None:
    group = record_group(demo, text="Circle", student_ids=[student.id for student in demo.students[:18]])
    move_to_trash(demo, CheckIn, group[3].id)
    async with open_app(demo, screen="log") as pilot:
        await open_form(pilot, group[0])
        assert "One of 17 written together" in drawn(pilot)


async def test_a_pact_that_is_no_more_can_stay_or_go(demo: Caseload) -> None:
    from msgspec.structs import replace

    shown = a_check_in(demo)
    pact = demo.store.of_student(Pact, shown.student)[0]
    shown = edit_check_in(demo, shown, pact=pact.id)
    with demo.store.change("Gone", demo.now()) as change:
        change.remove(replace(pact))
    async with open_app(demo, screen="log") as pilot:
        await open_form(pilot, shown)
        assert pilot.app.screen.values["pact"] == pact.id
        await fill_in(pilot, line="Still with it")
        assert the(demo, shown).pact == pact.id
        await open_form(pilot, the(demo, shown))
        await fill_in(pilot, pact="")
    assert the(demo, shown).pact == ""


async def test_names_of_pacts_and_insights_are_hidden_under_the_shade(demo: Caseload) -> None:
    shown = a_check_in(demo)
    pact = demo.store.of_student(Pact, shown.student)[0]
    async with open_app(demo, (80, 60), screen="log") as pilot:
        await command(pilot, "shade")
        await open_form(pilot, edit_check_in(demo, shown, pact=pact.id))
        pilot.app.screen.set_focus(pilot.app.screen.query_one("#field-pact"))
        await settle(pilot)
        assert "Pact               ← ···· →" in drawn(pilot)
        assert pact.called not in drawn(pilot)
