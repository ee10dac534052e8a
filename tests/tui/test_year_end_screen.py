"""The end of the year on the screen: each step acted on in place, several lines at once, one undo each."""

from datetime import date
from pathlib import Path

import pytest
from app_case import case_screen, command, drawn, fill_in, message, open_app, press

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import YearEnd
from advisory.casework.check_in.record import record_check_in
from advisory.casework.year_end.go_on import go_on
from advisory.casework.year_end.leave import leave
from advisory.model import CheckIn, ExportLog, FollowUp, Pact, Term, TransitionNote
from advisory.model.words import PactOutcome, PactStatus, Status
from advisory.rules.year_end.steps import STEPS, YearStep


async def to_step(pilot, step: YearStep) -> None:
    await press(pilot, *["tab"] * STEPS.index(step))
    assert case_screen(pilot).steps.current is step


async def test_it_opens_from_a_mode_and_walks_through_all_steps(demo: Caseload) -> None:
    async with open_app(demo) as pilot:
        await command(pilot, "year-end")
        for step in STEPS:
            shown = " ".join(drawn(pilot).split())
            assert step.label in shown
            assert step.question in shown
            assert message(pilot)
            await press(pilot, "right")
        assert pilot.app.screen.id == "caseload"
        await command(pilot, "settings")
        case_screen(pilot).body.go_to("year_end")
        await press(pilot, "enter")
        assert pilot.app.screen.id == "year_end"


async def test_the_chosen_pacts_end_one_after_the_other_and_undo_brings_all_back(demo: Caseload) -> None:
    async with open_app(demo, screen="year_end") as pilot:
        first, second, third = [one.pact for one in YearEnd(demo).pacts][:3]
        await press(pilot, "space", "j", "space", "j", "space", "space", "C")
        assert "1 of 2" in drawn(pilot)
        await press(pilot, "ctrl+s")
        assert "What does the student say about it?" in drawn(pilot)
        await fill_in(pilot, ending="partly_met", said="I see it", comes_next="ratios")
        assert "2 of 2" in drawn(pilot)
        assert demo.store.need(Pact, first.id) == first  # until all of it is written
        await fill_in(pilot, ending="pause")
        assert message(pilot) == "Pacts 1 closed, 1 paused; u undoes it"
        ended = [demo.store.need(Pact, one.id) for one in (first, second, third)]
        assert [(one.status, one.outcome) for one in ended] == [
            (PactStatus.CLOSED, PactOutcome.PARTLY_MET), (PactStatus.PAUSED, None), (PactStatus.ACTIVE, None),
        ]  # fmt: skip
        assert list(pilot.app.desk.unsaved.waiting()) == []
        await command(pilot, "undo")
        assert [demo.store.need(Pact, one.id) for one in (first, second)] == [first, second]
        case_screen(pilot).body.go_to(third.id)
        await command(pilot, "pause-pacts")
        assert demo.store.need(Pact, third.id).status is PactStatus.PAUSED
        await press(pilot, "home", "space", "j", "space", "C")
        await fill_in(pilot, ending="met", said="Yes", comes_next="more")
        await press(pilot, "tab", *"Slowly", "escape")  # what was answered is written, and the rest is a draft
        assert [demo.store.need(Pact, one.id).outcome for one in (first, second)] == [PactOutcome.MET, None]
        assert "Closed, met" in message(pilot)
        await press(pilot, "tab", "tab")
        case_screen(pilot).body.go_to(f"draft:year_pact:{second.id}")
        await press(pilot, "enter")
        await fill_in(pilot, ending="not_yet", comes_next="again")
        assert demo.store.need(Pact, second.id).reflections == "Slowly"


async def test_promises_are_carried_on_done_and_dropped_in_place(demo: Caseload) -> None:
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, YearStep.PROMISES)
        first, second, third = YearEnd(demo).promises[:3]
        await press(pilot, "space", "j", "space", "z")
        assert message(pilot).startswith("2 promises carried on; due Sep 1, u undoes it")
        assert {demo.store.need(FollowUp, one.id).due_on for one in (first, second)} == {date(2027, 9, 1)}
        assert [one.id for one in YearEnd(demo).carried_on] == sorted([first.id, second.id])
        case_screen(pilot).body.go_to(third.id)
        await command(pilot, "promise-done")
        assert not demo.store.need(FollowUp, third.id).is_open
        await command(pilot, "undo", "undo")
        assert demo.store.need(FollowUp, first.id) == first
        await command(pilot, "end-pacts")
        assert message(pilot).startswith("Only a pact that is open can end here")


async def test_students_leave_together_and_a_note_for_the_next_advisor_is_written(demo: Caseload) -> None:
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, YearStep.LEAVING)
        ids = [one.student.id for one in YearEnd(demo).leavers][:2]
        await press(pilot, "space", "j", "space", "A", "ctrl+s")
        assert "Choose how" in drawn(pilot)
        await fill_in(pilot, how="transferred")
        assert [demo.store.need(type(demo.everyone[0]), one).status for one in ids] == [Status.TRANSFERRED] * 2
        assert "everything written stays. u brings them back" in message(pilot)
        await press(pilot, "tab", "enter")
        missing = YearEnd(demo).notes_missing
        await fill_in(pilot, strengths="Draws first", connecting="A walk to the gym")
        assert demo.store.of_student(TransitionNote, missing[0].id)
        assert YearEnd(demo).notes_missing == missing[1:]


async def test_what_the_school_keeps_is_seen_written_and_logged(demo: Caseload, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, YearStep.SCHOOL)
        for kept in ("pacts", "counts"):
            await press(pilot, "enter", "enter")
            assert f"{kept}-2026-27.csv" in message(pilot)
            await press(pilot, "j")
        assert [log.what for log in demo.store.all(ExportLog)] == [
            f"{one} of 2026-27, for the school" for one in ("pacts", "counts")
        ]
        assert "shared today" in drawn(pilot)


async def test_the_new_year_has_terms_partnerships_and_a_roster_that_says_who_left(
    demo: Caseload, tmp_path: Path
) -> None:
    first, *rest = demo.students
    roster = tmp_path / "next.csv"
    lines = ["First Name,Last Name,Grade,Student Number", "Ife,Bello,9,90001"]
    lines += [f"{one.given_name},{one.family_name},{int(one.grade) + 1},{one.student_number}" for one in rest]
    roster.write_text("\n".join(lines), "utf-8")
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, YearStep.NEW_YEAR)
        await press(pilot, "enter")
        await fill_in(pilot, title="Autumn", **{"from": "2027-08-30", "until": "2027-12-17"})
        assert YearEnd(demo).new_terms == [term for term in demo.store.all(Term) if term.title == "Autumn"]
        await press(pilot, "end", "enter")
        assert message(pilot).startswith(f"{len(rest) + 1} partnerships go on as they stand")
        assert go_on(demo, 2026) == []
        await press(pilot, "I")
        await fill_in(pilot, file=str(roster))
        await press(pilot, "enter")
        assert "1 student of yours not in the new roster" in drawn(pilot)
        await press(pilot, "j", "enter")
        assert message(pilot).startswith(f"Imported: 1 new, {len(rest)} changed, 1 marked as left.")
        assert (demo.store.need(type(first), first.id).status, len(demo.students)) == (
            Status.TRANSFERRED,
            len(rest) + 1,
        )


async def test_a_purge_asks_says_what_goes_and_takes_it_once_it_is_typed(demo: Caseload, tmp_path: Path) -> None:
    old = record_check_in(demo, demo.students[0].id, "an old line", happened_on=date(2026, 8, 4))
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, YearStep.OLD_LINES)
        await press(pilot, "enter")
        await fill_in(pilot, before="2026-08-05", request="", backup=str(tmp_path / "usb.json"))
        assert "Choose no or yes" in drawn(pilot)
        await fill_in(pilot, request="yes")
        assert "while a records request is open" in " ".join(drawn(pilot).split())
        await fill_in(pilot, request="no")
        assert "1 check-in. They would go for good" in " ".join(drawn(pilot).replace("│", "").split())
        await fill_in(pilot, typed="purge")
        assert "To purge, type: purge 1" in drawn(pilot)
        assert demo.store.get(CheckIn, old.id) == old
        await fill_in(pilot, typed="purge 1")
        assert message(pilot).startswith("Gone for good: 1 check-in.")
        assert demo.store.get(CheckIn, old.id) is None
        assert case_screen(pilot).desk.forms == {}
        await command(pilot, "undo")
        assert "Records were purged" in message(pilot)
    assert "an old line" in (tmp_path / "usb.json").read_text("utf-8")


@pytest.mark.parametrize("step", [YearStep.PACTS, YearStep.NOTES])
async def test_under_the_shade_nobody_is_named(demo: Caseload, step: YearStep) -> None:
    leave(demo, [demo.students[0].id], Status.TRANSFERRED)
    async with open_app(demo, screen="year_end") as pilot:
        await to_step(pilot, step)
        await command(pilot, "shade")
        shown = drawn(pilot)
        assert [one.family_name for one in demo.everyone if one.family_name in shown] == []
