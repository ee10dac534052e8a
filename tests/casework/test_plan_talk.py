"""Planning a talk: a day for a student, which moves on by itself, and is done once they were seen."""

from datetime import timedelta

import pytest
from caseload_case import begun
from record_case import NOW, TODAY, ticking

from advisory.caseload.caseload import Caseload
from advisory.casework.check_in.record import record_check_in
from advisory.casework.plan.next_day import next_day_to_plan
from advisory.casework.plan.plan_talk import plan_talk
from advisory.casework.plan.unplan_talk import unplan_talk
from advisory.casework.student.edit import edit_student
from advisory.casework.student.mark_away import mark_away
from advisory.model import PlannedTalk
from advisory.model.words import Kind, Status
from advisory.rules.next.plan import Planned
from advisory.rules.next.suggestion import Reason
from advisory.rules.refusal import Refusal

TOMORROW, WEDNESDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=2)


def as_of(caseload: Caseload, day) -> Caseload:
    return Caseload(caseload.store, today=lambda: day, now=caseload.now)


def test_a_student_is_on_the_plan_for_one_day_and_one_undo_takes_each_step_back(caseload):
    maya = begun(caseload).maya
    assert plan_talk(caseload, maya.id, TOMORROW) == Planned(maya.id, TOMORROW, TOMORROW)
    plan_talk(caseload, maya.id, WEDNESDAY)
    assert caseload.planned == [Planned(maya.id, WEDNESDAY, WEDNESDAY)]
    assert len(caseload.store.all(PlannedTalk)) == 1
    assert caseload.store.undo(NOW).what == "Talk planned"
    assert caseload.planned_talk(maya.id).on == TOMORROW
    unplan_talk(caseload, maya.id)
    assert caseload.planned == []
    caseload.store.undo(NOW)
    caseload.store.undo(NOW)
    assert caseload.planned == []


def test_the_same_day_again_writes_nothing(caseload):
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, TOMORROW)
    seq = caseload.store.seq
    plan_talk(caseload, maya.id, TOMORROW)
    assert caseload.store.seq == seq


def test_that_day_the_student_is_next_because_planned_and_no_longer_once_seen(caseload):
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, TOMORROW)
    assert Reason.PLANNED not in {one.reason for one in caseload.suggestions}
    tomorrow = as_of(caseload, TOMORROW)
    assert [(one.student_id, one.reason) for one in tomorrow.suggestions] == [(maya.id, Reason.PLANNED)]
    record_check_in(tomorrow, maya.id, "", kind=Kind.QUICK_TOUCH)
    assert tomorrow.planned_talk(maya.id) is not None
    assert [one.reason for one in tomorrow.suggestions] == [Reason.PLANNED]
    record_check_in(tomorrow, maya.id, "About the essay")
    assert (tomorrow.planned, tomorrow.suggestions) == ([], [])


def test_who_is_away_that_day_moves_on_and_nothing_is_written_by_looking(caseload):
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, TOMORROW)
    mark_away(caseload, maya.id, TOMORROW, TOMORROW)
    seq = caseload.store.seq
    assert caseload.planned == [Planned(maya.id, WEDNESDAY, TOMORROW)]
    assert as_of(caseload, WEDNESDAY).suggestions[0].reason is Reason.PLANNED
    assert caseload.store.seq == seq


def test_a_talk_whose_day_has_passed_drops_out(caseload):
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, TOMORROW)
    later = as_of(caseload, WEDNESDAY)
    assert later.planned == []
    assert Reason.PLANNED not in {one.reason for one in later.suggestions}
    plan_talk(later, maya.id, WEDNESDAY + timedelta(days=1))
    assert len(caseload.store.all(PlannedTalk)) == 1


def test_held_earlier_it_is_done_and_can_be_planned_anew_for_the_same_day(caseload):
    caseload = Caseload(caseload.store, today=caseload._today, now=ticking())
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, WEDNESDAY)
    record_check_in(caseload, maya.id, "Came by")
    assert caseload.planned == []
    plan_talk(caseload, maya.id, WEDNESDAY)
    assert caseload.planned == [Planned(maya.id, WEDNESDAY, WEDNESDAY)]
    caseload.store.undo(NOW)
    assert caseload.planned == []


def test_who_is_on_leave_comes_back_onto_it(caseload):
    maya = begun(caseload).maya
    plan_talk(caseload, maya.id, TOMORROW)
    edit_student(caseload, maya, status=Status.ON_LEAVE)
    assert caseload.planned == []
    caseload.store.undo(NOW)
    assert caseload.planned


def test_what_can_not_be_planned_is_refused(caseload):
    book = begun(caseload)  # Maya has had a one-to-one today
    seq = caseload.store.seq
    for student_id, day, why in (
        (book.maya.id, TODAY - timedelta(days=1), "in the past"),
        (book.maya.id, TODAY + timedelta(days=5), "no school on Sat"),
        (book.maya.id, TODAY, "had a one-to-one today"),
        (book.left.id, TOMORROW, "not here to plan for"),
    ):
        with pytest.raises(Refusal, match=why):
            plan_talk(caseload, student_id, day)
    with pytest.raises(Refusal, match="not on the plan"):
        unplan_talk(caseload, book.maya.id)
    assert caseload.store.seq == seq


def test_the_day_that_is_proposed_is_the_next_period_or_the_one_after_the_day_planned(caseload):
    maya = begun(caseload).maya
    first = next_day_to_plan(caseload, maya.id)
    days = [first]
    while day := next_day_to_plan(caseload, maya.id):
        plan_talk(caseload, maya.id, day)
        days.append(day)
    assert days[:2] == [first, first]
    assert days[1:] == sorted(set(days))
    assert next_day_to_plan(caseload, maya.id) is None
