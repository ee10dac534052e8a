"""What is read of one student or of all from memory: facts, questions, notes with a tag, jots and planned talks."""

from datetime import timedelta

import pytest
from added import add
from record_case import NOW, TODAY

from advisory.caseload.caseload import Caseload
from advisory.caseload.coverage import coverage, coverage_of, facts_of
from advisory.model import CheckIn, Intervals, KnownWell, PlannedTalk, Student, Term
from advisory.model.words import CheckInState, Facet, Kind, Status

DAY = timedelta(days=1)


@pytest.fixture
def maya(caseload: Caseload) -> Student:
    return add(caseload, Student)


def test_facts_are_those_known_by_today_the_newest_first(caseload: Caseload, maya: Student) -> None:
    first, second = (add(caseload, KnownWell, learned_on=TODAY - DAY) for _ in range(2))
    of_peers = add(caseload, KnownWell, facet=Facet.PEERS)
    add(caseload, KnownWell, learned_on=TODAY + DAY)
    assert facts_of(caseload, maya.id) == [of_peers, second, first]
    assert facts_of(caseload, maya.id, Facet.HOPES) == [second, first]
    left = add(caseload, Student, status=Status.TRANSFERRED)
    assert coverage(caseload) == [coverage_of(caseload, maya.id)]
    assert coverage_of(caseload, left.id).student_id == left.id


def test_questions_wait_until_they_are_answered(caseload: Caseload, maya: Student) -> None:
    later, earlier = (add(caseload, CheckIn, question="Why?", happened_on=TODAY - days * DAY) for days in (1, 2))
    add(caseload, CheckIn)
    assert caseload.questions_of(maya.id) == [earlier, later]


def test_notes_with_a_tag_are_found_however_it_is_written_and_those_in_the_trash_come_last(
    caseload: Caseload, maya: Student
) -> None:
    gone = add(caseload, CheckIn, tags=("Lab",), deleted_at=NOW)
    later, earlier = (
        add(caseload, CheckIn, tags=("crew", tag), happened_on=TODAY - days * DAY)
        for tag, days in (("lab", 1), ("LAB", 2))
    )
    other = add(caseload, CheckIn, tags=("labs",))
    assert caseload.tags.notes_with("lab") == [earlier.id, later.id, gone.id]
    assert [(one.name, one.count) for one in caseload.tags.all] == [("crew", 2), ("lab", 2), ("labs", 1)]
    assert caseload.tags.all is caseload.tags.all
    assert caseload.tags.notes_with("labs") == [other.id]
    assert {maya.id} == {one.id for one in caseload.students}


def test_jots_and_planned_talks_are_those_of_who_is_here(caseload: Caseload, maya: Student) -> None:
    left = add(caseload, Student, status=Status.TRANSFERRED)
    later, earlier = (add(caseload, CheckIn, state=CheckInState.JOT, happened_on=TODAY - days * DAY) for days in (1, 2))
    add(caseload, CheckIn, state=CheckInState.JOT, student=left.id)
    assert caseload.jots == [earlier, later]
    add(caseload, PlannedTalk, student=maya.id)
    planned = caseload.planned_talk(maya.id)
    assert planned is not None
    assert (planned.student_id, planned.on) == (maya.id, TODAY)
    assert caseload.planned_talk(left.id) is None


def test_usual_intervals_are_those_of_now_whatever_was_asked_before(caseload: Caseload) -> None:
    assert tuple(caseload.intervals) == (10, 5)
    add(caseload, Intervals, contact_every=7, focal_contact_every=3)
    assert tuple(caseload.intervals) == (7, 3)
    add(caseload, Term, starts_on=TODAY + DAY, ends_on=TODAY + 9 * DAY)
    assert not caseload.calendar.is_in_term(TODAY)
    assert caseload.calendar.is_in_term(TODAY + DAY)


def test_a_planned_talk_waits_for_a_one_to_one_of_today_or_before_and_for_nobody_on_leave(caseload: Caseload) -> None:
    maya, kai, jun = (add(caseload, Student, given_name=name).id for name in ("Maya", "Kai", "Jun"))
    away = add(caseload, Student, status=Status.ON_LEAVE, left_on=TODAY).id
    for student, days in ((maya, 0), (kai, 2), (jun, 2), (away, 2)):
        add(caseload, PlannedTalk, student=student, on=TODAY + days * DAY)
    touch = {"kind": Kind.QUICK_TOUCH, "counts_one_to_one": False}
    add(caseload, CheckIn, student=maya, **touch)
    add(caseload, CheckIn, student=kai, happened_on=TODAY + 3 * DAY)
    add(caseload, CheckIn, student=jun, happened_on=TODAY - DAY)
    assert {one.student_id for one in caseload.planned} == {maya, kai, jun}
    add(caseload, CheckIn, student=maya)
    add(caseload, CheckIn, student=maya, **touch)
    assert {one.student_id for one in caseload.planned} == {kai, jun}
