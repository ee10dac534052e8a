"""Two terminals on one folder: each shows what the other wrote, and neither writes over it unasked."""

from pathlib import Path

from app_case import (
    case_screen,
    caseload_in,
    command,
    drawn,
    fill_in,
    highlight,
    message,
    open_app,
    press,
    settle,
    wait_until,
)
from defense_case import near_plan, without_season

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.term import edit_term
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.artifact import add_artifact, remove_artifact
from advisory.casework.student.add import add_student
from advisory.casework.student.edit import edit_student
from advisory.model import Student, Term
from advisory.store import Store


def other_sitting(folder: Path) -> Caseload:
    return caseload_in(Store.open(folder))


async def test_what_the_other_wrote_is_shown(demo: Caseload) -> None:
    async with open_app(demo, screen="log") as pilot:
        other = other_sitting(demo.store.folder)
        record_check_in(other, demo.one("maya").id, "Xylophone")
        other.store.close()
        await wait_until(pilot, lambda: "Xylophone" in drawn(pilot))


async def test_what_is_typed_meanwhile_is_left_alone(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await press(pilot, "c", *"Hi")
        other = other_sitting(demo.store.folder)
        record_check_in(other, demo.one("maya").id, "Xylophone")
        other.store.close()
        await wait_until(pilot, lambda: demo.store.check_ins_of(demo.one("maya").id)[-1].line == "Xylophone")
        assert case_screen(pilot).notes.line.area.text == "Hi"
        assert pilot.app.focused is case_screen(pilot).notes.line.area


async def test_a_note_about_somebody_who_is_gone_meanwhile_keeps_its_words_and_asks_for_a_name(demo: Caseload) -> None:
    new = add_student(demo, given_name="Xenia", family_name="Ypsilon")
    other = other_sitting(demo.store.folder)
    async with open_app(demo) as pilot:
        await highlight(pilot, new)
        await press(pilot, "c", *"Hi")
        other.store.undo(other.now())
        other.store.close()
        await wait_until(pilot, lambda: "no longer here" in message(pilot))
        line = case_screen(pilot).notes.line
        assert (line.area.text, line.student_id, line.is_open) == (" Hi", "", True)
        await press(pilot, *"Maya", "enter")
        assert message(pilot).startswith("Saved")
    assert demo.store.check_ins_of(demo.one("maya").id)[-1].line == "Hi"


async def test_a_form_tells_what_the_other_wrote_and_writes_over_it_only_when_asked_again(demo: Caseload) -> None:
    maya = demo.one("maya")
    async with open_app(demo) as pilot:
        await highlight(pilot, maya)
        await command(pilot, "edit-student")
        other = other_sitting(demo.store.folder)
        edit_student(other, other.store.need(Student, maya.id), grade="12")
        other.store.close()
        await fill_in(pilot, preferred_name="May")
        assert "12" in drawn(pilot)
        assert pilot.app.screen.values["preferred_name"] == "May"
        assert demo.store.need(Student, maya.id).preferred_name != "May"
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert demo.store.need(Student, maya.id).preferred_name == "May"


async def test_a_term_changed_meanwhile_is_told_and_written_over_only_when_asked_again(demo: Caseload) -> None:
    (term,) = demo.store.all(Term)
    async with open_app(demo, (120, 40), screen="settings") as pilot:
        case_screen(pilot).body.go_to(term.id)
        await command(pilot, "change-setting")
        other = other_sitting(demo.store.folder)
        edit_term(other, other.store.need(Term, term.id), "Fall", term.starts_on, term.ends_on)
        other.store.close()
        await fill_in(pilot, title="First term")
        assert "title is now “Fall”" in drawn(pilot)
        assert demo.store.need(Term, term.id).title == "Fall"
        await press(pilot, "ctrl+s")
        await settle(pilot)
    assert demo.store.need(Term, term.id).title == "First term"


async def test_an_artifact_removed_meanwhile_is_told_and_nothing_is_written_over_the_one_in_its_place(
    demo: Caseload,
) -> None:
    without_season(demo)
    add_artifact(demo, near_plan(demo), "The poem")
    async with open_app(demo, (120, 40), screen="defense") as pilot:
        case_screen(pilot).body.go_to("artifacts:0")
        await press(pilot, "enter")
        other = other_sitting(demo.store.folder)
        remove_artifact(other, other.defenses[0], 0)
        other.store.close()
        await fill_in(pilot, title="A bridge of paper")
        assert "artifacts is now “The poem”" in " ".join(drawn(pilot).split())
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert "removed in another window" in " ".join(drawn(pilot).split())
        assert pilot.app.screen.values["title"] == "A bridge of paper"
    assert [one.title for one in demo.defenses[0].artifacts] == ["The poem"]
