"""Verbs at their edges: the first of a kind, the second of a day, what is there already, and what each says of it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from added import add
from record_case import TODAY, make

from advisory.caseload.caseload import Caseload
from advisory.casework.back_up import back_up
from advisory.casework.calendar.no_school_days import AddedDays
from advisory.casework.check_in.record import record_check_in
from advisory.casework.partnership.set_next_step import set_next_step
from advisory.casework.student.mark_away import mark_away
from advisory.casework.student.merge import refuse_drafted
from advisory.casework.student.unarchive import who_left
from advisory.casework.trash import REMOVED
from advisory.casework.undo import Done
from advisory.casework.whose.going_along import going_along
from advisory.model import DefensePlan, NoSchoolDay, Partnership, Student
from advisory.model.day_order import show_day
from advisory.model.words import Medium, Stage, Status
from advisory.rules.refusal import Refusal

DAY = timedelta(days=1)


def test_a_backup_has_a_name_of_its_own(caseload: Caseload, tmp_path: Path) -> None:
    day = f"{caseload.now().astimezone():%Y-%m-%d}"
    own = [back_up(caseload) for _ in range(3)]
    assert [path.name for path in own] == [f"backup-{day}{which}.json.gz" for which in ("", "-2", "-3")]
    assert {path.parent for path in own} == {caseload.store.folder / "backups"}
    assert [back_up(caseload, tmp_path).name for _ in range(2)] == [f"backup-{day}.json", f"backup-{day}-2.json"]
    assert back_up(caseload, tmp_path / "all.json") == tmp_path / "all.json"


def test_the_last_to_leave_comes_first_and_nobody_knows_when_last(caseload: Caseload) -> None:
    unknown, early, late, same = (
        add(caseload, Student, status=Status.TRANSFERRED, left_on=day)
        for day in (None, TODAY - DAY, TODAY, TODAY - DAY)
    )
    add(caseload, Student)
    assert who_left(caseload) == [late, same, early, unknown]
    first, second = (add(caseload, Student, status=Status.GRADUATED, left_on=TODAY - days * DAY) for days in (5, 9))
    assert who_left(caseload)[3:5] == [first, second]


def test_a_partnership_begins_with_the_first_thing_that_is_said_of_it(caseload: Caseload) -> None:
    maya = add(caseload, Student)
    set_next_step(caseload, maya.id, "a walk")
    (begun,) = caseload.store.of_student(Partnership, maya.id)
    assert (begun.stage, begun.school_year, begun.entered_on, begun.next_step) == (
        Stage.RAPPORT,
        2026,
        TODAY,
        "a walk",
    )


def test_a_note_that_goes_leaves_a_student_here_who_was_seen_again_that_day(caseload: Caseload) -> None:
    maya, kai = add(caseload, Student), add(caseload, Student, given_name="Kai")
    mark_away(caseload, maya.id, TODAY - DAY, TODAY + DAY)
    by_phone = record_check_in(caseload, maya.id, "Called", medium=Medium.PHONE)
    seen = record_check_in(caseload, maya.id, "Talked")
    away = "is marked as not here on Nov 23 again"
    assert away in " ".join(going_along(caseload, seen, kai.id).sentences)
    again = record_check_in(caseload, maya.id, "Talked again")
    assert [away in " ".join(going_along(caseload, one, kai.id).sentences) for one in (seen, again, by_phone)] == [
        False,
        False,
        False,
    ]


def test_a_season_is_about_its_students_and_another_turn_about_its_plan(caseload: Caseload) -> None:
    maya, kai = add(caseload, Student), add(caseload, Student, given_name="Kai")
    plans = [make(DefensePlan, number, held_on=date(2027, 6, 10 + number)) for number in (1, 2)]
    turn, season = (Done("Plans", students, tuple(plans)) for students in ((maya.id,), (maya.id, kai.id)))
    assert (turn.about(caseload, show_day), season.about(caseload, show_day)) == ("defense, Jun 11", "")
    step = make(Partnership, next_step="a walk")
    both = Done("Stage moved", (maya.id,), (step, plans[0]))
    assert both.about(caseload, show_day) == "defense, Jun 11"
    assert both._replace(records=(step,)).about(caseload, show_day) == "a walk"
    assert Done("Check-in: defense", (maya.id,), (plans[1],)).about(caseload, show_day) == "Jun 12"


def test_days_without_school_say_how_many_came_and_what_moved() -> None:
    days = (make(NoSchoolDay, 1), make(NoSchoolDay, 2))
    told = [AddedDays(*given).sentence for given in ((days, 0), (days[:1], 1), ((), 2, 1), (days, 0, 3))]
    assert told == [
        "Days without school: 2 added.",
        "Days without school: 1 added, 1 was there already.",
        "Days without school: 0 added, 2 were there already. The milestones of 1 plan moved off them.",
        "Days without school: 2 added. The milestones of 3 plans moved off them.",
    ]


def test_each_removal_has_a_name() -> None:
    assert ", ".join(f"{kind.noun}: {what}" for kind, what in REMOVED.items()) == (
        "check-in: Check-in deleted, known-well fact: Fact deleted, evidence: Evidence deleted, insight: Insight deleted, "
        "sign: Sign deleted, defense plan: Plan deleted, meeting pattern: Advisory period removed, term: Term removed, "
        "no-school day: Days without school removed"
    )


def test_what_was_typed_about_the_other_record_is_saved_before_a_merge(caseload: Caseload) -> None:
    maya = add(caseload, Student)
    refuse_drafted(caseload, maya.id, ["s0000009"])
    with pytest.raises(Refusal) as refused:
        refuse_drafted(caseload, maya.id, ["s0000009", maya.id])
    assert str(refused.value) == (
        "Something you typed about Maya Okafor isn't saved yet. Save or discard it first: Today lists it."
    )
