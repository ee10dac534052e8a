"""The verbs of the end of a year, and a folder of three years that goes through all of it."""

import gzip
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from unittest import mock

import pytest
from caseload_case import everything
from logged_case import log as log_it
from msgspec.structs import replace
from record_case import NOW

from advisory.caseload.caseload import Caseload
from advisory.caseload.year.year_end import YearEnd
from advisory.casework.check_in.record import record_check_in
from advisory.casework.defense.plan import plan_defense
from advisory.casework.learning.hold_feedback import Whose, hold_feedback
from advisory.casework.learning.learn_fact import learn_fact
from advisory.casework.pact.draft import draft_pact
from advisory.casework.partnership.move_stage import move_stage
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.promise.make import make_promise
from advisory.casework.purge.old_private import old_private
from advisory.casework.student.add import add_student
from advisory.casework.undo import undo
from advisory.casework.year_end.carry_on import carry_on
from advisory.casework.year_end.end_pacts import Ending, end_pacts
from advisory.casework.year_end.go_on import go_on
from advisory.casework.year_end.leave import leave
from advisory.casework.year_end.purge_old import confirmation, purge_old, what_goes, what_would_go
from advisory.model import CheckIn, FollowUp, Pact, Partnership, Student, SuccessLine, TransitionNote
from advisory.model.words import (
    CheckInState,
    Facet,
    LearnedHow,
    PactOutcome,
    PactStatus,
    Party,
    Stage,
    Status,
    Visibility,
)
from advisory.rules.leaving.preview import Choice
from advisory.rules.refusal import Refusal
from advisory.rules.year_end.kept import Kept
from advisory.rules.year_end.pact_ending import PactEnding
from advisory.rules.year_end.steps import STEPS, YearStep
from advisory.store import Refused
from advisory.store.doctor import examine
from advisory.store.restore import restore

JUNE = date(2027, 6, 11)


def at(caseload: Caseload, day: date) -> Caseload:
    """The same folder on another day."""
    seconds = count()
    return Caseload(
        caseload.store,
        today=lambda: day,
        now=lambda: datetime(day.year, day.month, day.day, 12, next(seconds) // 60 % 60, tzinfo=UTC),
    )


def agreed(caseload: Caseload, student: Student, met: int = 0, **fields: object) -> Pact:
    drafted = draft_pact(caseload, student.id, "I can compare fractions", title="fractions")
    lines = tuple(SuccessLine(text=f"line {n}", met_on=caseload.today if n < met else None) for n in range(2))
    with caseload.store.change("Agreed", caseload.now()) as change:
        return change.put(
            replace(
                drafted, status=PactStatus.ACTIVE, success_evidence=lines, next_review_on=None, target_on=JUNE, **fields
            )
        )


def contents(folder: Path) -> bytes:
    """What stands in any file of the folder, also inside what is compressed."""
    found = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return b"".join(gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data for data in found)


@pytest.fixture
def june(caseload: Caseload) -> Caseload:
    return at(caseload, JUNE)


@pytest.fixture
def maya(june: Caseload) -> Student:
    return add_student(june, given_name="Maya", family_name="Okafor", grade="12")


@pytest.fixture
def kai(june: Caseload) -> Student:
    return add_student(june, given_name="Kai", family_name="Tran", grade="9")


def test_pacts_end_in_one_change_or_not_at_all(june: Caseload, maya: Student, kai: Student) -> None:
    one, other, third = agreed(june, maya, 1), agreed(june, kai), agreed(june, kai)
    ends = [
        Ending(one, PactEnding.PARTLY_MET, "I see it now", "ratios"),
        Ending(other, PactEnding.PAUSE),
        Ending(third, PactEnding.GOES_ON),
    ]
    with pytest.raises(Refusal, match="Maya Okafor, fractions: What does the student say"):
        end_pacts(june, [Ending(other, PactEnding.PAUSE), Ending(one, PactEnding.MET)])
    assert june.store.need(Pact, other.id) == other
    assert [(pact.status, pact.outcome) for pact in end_pacts(june, ends)] == [
        (PactStatus.CLOSED, PactOutcome.PARTLY_MET),
        (PactStatus.PAUSED, None),
    ]
    again = [one._replace(shown=june.store.need(Pact, one.shown.id)) for one in ends]
    assert end_pacts(june, again) == []
    assert undo(june).what == "Pacts of the year settled"
    assert [june.store.need(Pact, pact.id) for pact in (one, other, third)] == [one, other, third]
    assert end_pacts(june, ends[2:]) == []
    (paused,) = end_pacts(june, ends[1:2])
    assert [one.status for one in end_pacts(june, [Ending(paused, PactEnding.MET, "I can", "rest")])] == [
        PactStatus.CLOSED
    ]


def test_promises_are_carried_on_to_the_new_year(june: Caseload, maya: Student) -> None:
    mine, theirs = (
        make_promise(june, maya.id, "lab notes", due_on=JUNE),
        make_promise(june, maya.id, "b", owner=Party.STUDENT),
    )
    end = YearEnd(june)
    carried = carry_on(june, [mine.id, theirs.id], end.next_year_on)
    assert [one.due_on for one in carried] == [date(2027, 9, 1)] * 2
    assert [(one.was_due_on, one.due_on) for one in carried[0].snoozed] == [(JUNE, date(2027, 9, 1))]
    again = YearEnd(june)
    assert (again.promises, again.promises_of_others, again.carried_on) == ([], [], carried)
    with pytest.raises(Refusal, match="after today"):
        carry_on(june, [mine.id], JUNE)
    with mock.patch.object(june.store, "change", side_effect=AssertionError("nothing to write waits for nobody")):
        assert carry_on(june, [], end.next_year_on) == []
    assert undo(june).what == "Promises carried on"
    carry_on(june, [mine.id], end.next_year_on)
    assert undo(june).what == "Promise carried on"
    assert YearEnd(june).promises == [june.store.need(FollowUp, mine.id)]


def test_students_leave_together(june: Caseload, maya: Student, kai: Student) -> None:
    assert [one.student.id for one in YearEnd(june).leavers if one.may_graduate] == [maya.id]
    leave(june, [maya.id, kai.id, maya.id], Status.TRANSFERRED)
    assert june.students == []
    assert [one.id for one in YearEnd(june).notes_missing] == [kai.id, maya.id]
    with june.store.change("Note", june.now()) as change:
        change.add(TransitionNote, student=kai.id, written_on=JUNE, strengths="Draws", connecting="Ask about crew")
    assert [one.id for one in YearEnd(june).notes_missing] == [maya.id]
    with pytest.raises(Refusal, match="has already left"):
        leave(june, [kai.id], Status.GRADUATED)
    for ids, way in (([], Status.GRADUATED), ([kai.id], Status.ON_LEAVE)):
        with pytest.raises(Refusal):
            leave(june, ids, way)
    undo(june)
    assert undo(june).what == "Students transferred"
    assert len(june.students) == 2
    leave(june, [kai.id], Status.ARCHIVED)
    assert undo(june).what == "Student archived"


def test_who_stays_goes_on_as_it_stands(june: Caseload, maya: Student, kai: Student) -> None:
    autumn = at(june, date(2027, 9, 6))
    move_stage(june, kai.id, Stage.ALLIANCE, "asked for a target")
    leave(june, [maya.id], Status.GRADUATED)
    assert len(go_on(june, 2026)) == 1
    assert go_on(june, 2026) == YearEnd(june).to_go_on == []
    assert june.summary(kai.id).partnership.school_year == 2026
    set_next_step(june, kai.id, "Ask about crew")
    move_stage(june, kai.id, Stage.RAPPORT, "summer", reason_key=None)
    hold_feedback(june, kai.id, saw="Drew it", next_action="Ask about the map", whose=Whose.OURS)
    assert [  # what changes in July changes what goes on
        (one.stage, one.next_step, one.entered_on) for one in june.store.of_student(Partnership, kai.id)
    ] == [(Stage.RAPPORT, "Ask about the map", JUNE)] * 2
    assert autumn.summary(kai.id).partnership.school_year == 2027
    move_stage(autumn, kai.id, Stage.ALLIANCE, "again")
    assert go_on(autumn, 2026) == []
    assert [one.stage for one in autumn.store.of_student(Partnership, kai.id)] == [Stage.RAPPORT, Stage.ALLIANCE]


def test_without_it_the_first_change_of_the_new_year_keeps_the_stage_and_its_day(june: Caseload, kai: Student) -> None:
    autumn = at(june, date(2027, 9, 6))
    set_next_step(autumn, kai.id, "Say hello")
    assert [one.entered_on for one in autumn.store.of_student(Partnership, kai.id)] == [JUNE, JUNE]
    assert autumn.summary(kai.id).stage is Stage.RAPPORT


def test_nothing_is_purged_unless_everything_is_said(june: Caseload, maya: Student, tmp_path) -> None:
    old = record_check_in(june, maya.id, "private", happened_on=date(2026, 9, 4))
    found = what_would_go(june, date(2026, 10, 1))
    assert confirmation(found) == "purge 1"
    assert "1 student the last contact" in " ".join(what_goes(found))
    for says, refusal in (
        ({"has_open_request": True}, "records request is open"),
        ({"typed": "purge"}, "type: purge 1"),
        ({"keep_backup": june.store.folder / "kept.json"}, "elsewhere"),
        ({"keep_backup": june.store.folder / "backups" / "kept.json"}, "elsewhere"),
    ):
        wanted = {"has_open_request": False, "typed": "purge 1", "keep_backup": None} | says
        with pytest.raises((Refusal, Refused), match=refusal):
            purge_old(june, found, **wanted)
    assert what_would_go(june, JUNE).ids == (old.id,)
    with pytest.raises(Refusal, match="still to come"):
        what_would_go(june, date(2027, 6, 12))
    record_check_in(june, maya.id, "another", happened_on=date(2026, 9, 5))
    with pytest.raises(Refusal, match="written meanwhile"):
        purge_old(june, found, has_open_request=False, typed="purge 1", keep_backup=None)
    assert june.store.need(CheckIn, old.id) == old
    nothing = what_would_go(june, date(2026, 8, 1))
    assert what_goes(nothing)[0].startswith("Nothing that a purge takes is from before Aug 1, 2026. It takes private")
    with pytest.raises(Refusal, match="Nothing that a purge takes"):
        purge_old(june, nothing, has_open_request=False, typed="purge 0", keep_backup=None)


def test_a_folder_of_three_years_ends_its_year(caseload: Caseload, tmp_path) -> None:
    """Acceptance 5: driven to the end, the counts that remain are right, doctor is well, and undo says why it stops."""
    first = at(caseload, date(2024, 9, 3))
    students = [
        add_student(first, given_name=name, family_name="Okafor", grade="10") for name in ("Ada", "Ben", "Chi", "Dia")
    ]
    said: dict[str, str] = {}
    for month in range(33):
        day = date(2024 + (8 + month) // 12, (8 + month) % 12 + 1, 5)
        then = at(caseload, day)
        for number, student in enumerate(students):
            text = f'zq{month:02}{number}zq é\n"said"'
            is_shareable = month % 3 == 0 and number == 0
            one = record_check_in(
                then, student.id, text, visibility=Visibility.SHAREABLE if is_shareable else Visibility.PRIVATE
            )
            said[one.id] = text
        if month % 6 == 0:
            said[learn_fact(then, students[1].id, Facet.HOPES, f"zq{month:02}9zq", how=LearnedHow.TOLD_ME).id] = (
                f"zq{month:02}9zq"
            )
    june = at(caseload, JUNE)
    for student in students[:3]:
        agreed(june, student, 1, start_on=date(2027, 2, 1))
    promise = make_promise(june, students[0].id, "lab notes", due_on=JUNE)
    record_check_in(june, students[1].id, "to finish", state=CheckInState.JOT)
    plan_defense(june, students[2].id, JUNE)
    end = YearEnd(june)
    assert {step.value: end.open_in(step) for step in STEPS} == {
        "pacts": 3, "promises": 1, "unfinished": 1, "defenses": 1, "leaving": 0, "notes": 0, "school": 2, "new_year": 2, "old_lines": 0,
    }  # fmt: skip

    end_pacts(june, [Ending(one.pact, PactEnding.PARTLY_MET, "I see it", "ratios") for one in end.pacts])
    carry_on(june, [promise.id], end.next_year_on)
    leave(june, [students[3].id], Status.TRANSFERRED)
    for what in Kept:
        leaving = YearEnd(june).leaving(what, {}, Choice())
        log_it(june, leaving, what=what.called(2026), file=str(tmp_path / what.file_name(2026)))
    go_on(june, 2026)
    end = YearEnd(june)
    assert [step.value for step in STEPS if end.open_in(step)] == ["unfinished", "defenses", "notes", "new_year"]
    assert [(one.contacts, one.pacts_partly_met) for one in end.counts()] == [(10, 1), (11, 1), (10, 1), (10, 0)]

    before, day = everything(june), date(2026, 8, 1)
    found = what_would_go(june, day)
    gone = {one.id for one in found.records}
    assert {one.id for one in before.values() if isinstance(one, CheckIn) and one.id in gone} == {
        one.id for one in before.values() if isinstance(one, CheckIn) and one.happened_on < day and one.visibility is Visibility.PRIVATE
    }  # fmt: skip
    usb = tmp_path / "usb.json"
    done = purge_old(june, found, has_open_request=False, typed=confirmation(found), keep_backup=usb)
    assert set(done.purged.records) == gone
    left = everything(june)
    assert set(left) == set(before) - gone
    assert [(one.contacts, one.pacts_partly_met) for one in YearEnd(june).counts()] == [
        (10, 1),
        (11, 1),
        (10, 1),
        (10, 0),
    ]
    assert len(june.store.check_ins_of(students[0].id)) == 10 + 8
    june.store.close()
    data = contents(june.store.folder)
    assert [said[one] for one in gone if said[one][:6].encode() in data] == []
    assert all(text[:6].encode() in usb.read_bytes() for text in said.values())
    assert [one for one in examine(june.store.folder).findings if not one.is_advice] == []


def test_undo_says_why_it_stops_at_a_purge_and_the_backup_brings_it_back(
    june: Caseload, maya: Student, tmp_path
) -> None:
    record_check_in(june, maya.id, "private", happened_on=date(2026, 9, 4))
    found = what_would_go(june, date(2026, 10, 1))
    purge_old(june, found, has_open_request=False, typed="purge 1", keep_backup=tmp_path / "usb.json")
    assert old_private(june, date(2026, 10, 1)).records == ()
    with pytest.raises(Refused, match="Records were purged on"):
        undo(june)
    june.store.close()
    assert restore(june.store.folder, tmp_path / "usb.json", NOW).check_ins == 1
    assert YearStep("old_lines") is STEPS[-1]
