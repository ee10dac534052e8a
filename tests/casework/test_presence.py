"""Who is not here: for a day or for some, taken back, and what it does to the clocks."""

from datetime import date, timedelta

import pytest
from caseload_case import begun
from record_case import NOW, TODAY

from advisory.casework.check_in.capture import capture
from advisory.casework.check_in.record import record_check_in
from advisory.casework.check_in.record_group import record_group
from advisory.casework.check_in.touch import touch
from advisory.casework.student.add import add_student
from advisory.casework.student.mark_away import mark_away, mark_here, mark_not_here
from advisory.casework.trash import move_to_trash
from advisory.model import CheckIn, Leave
from advisory.model.words import Kind, Medium, Party
from advisory.rules.capture.line import read_capture
from advisory.rules.refusal import Refusal

FRIDAY = TODAY - timedelta(days=3)


def leaves(caseload) -> list[tuple[date, date]]:
    return [(leave.starts_on, leave.ends_on) for leave in caseload.store.all(Leave)]


def test_a_day_marked_is_no_school_day_for_that_student_alone(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY)
    assert caseload.calendar.is_away(maya.id, TODAY)
    assert caseload.calendar.days_between(FRIDAY, TODAY, maya.id) == 0
    assert caseload.calendar.days_between(FRIDAY, TODAY) == 1


def test_here_after_all_leaves_nothing_marked(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY)
    mark_here(caseload, maya.id, TODAY)
    assert leaves(caseload) == []
    assert not caseload.calendar.is_away(maya.id, TODAY)


def test_here_for_a_day_the_days_before_and_behind_stay_marked(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, FRIDAY, TODAY + timedelta(days=2))
    mark_here(caseload, maya.id, TODAY)
    day = timedelta(days=1)
    assert leaves(caseload) == [(FRIDAY, TODAY - day), (TODAY + day, TODAY + 2 * day)]
    assert not caseload.calendar.is_away(maya.id, TODAY)
    caseload.store.undo(caseload.now())
    assert leaves(caseload) == [(FRIDAY, TODAY + 2 * day)]


def test_back_a_day_before_the_end_or_after_the_beginning(caseload):
    maya, day = begun(caseload).maya, timedelta(days=1)
    mark_away(caseload, maya.id, TODAY, TODAY + day)
    mark_here(caseload, maya.id, TODAY)
    assert leaves(caseload) == [(TODAY + day, TODAY + day)]
    mark_here(caseload, maya.id, TODAY + day)
    assert leaves(caseload) == []


def test_a_year_of_days_and_days_that_reach_over_what_is_marked_are_taken(caseload):
    maya, day = begun(caseload).maya, timedelta(days=1)
    spans = [(TODAY, TODAY), (TODAY, TODAY + day), (TODAY - day, TODAY), (TODAY - day, TODAY + 364 * day)]
    for first, last in spans:
        mark_away(caseload, maya.id, first, last)
    assert leaves(caseload) == spans
    mark_here(caseload, maya.id, TODAY - 2 * day)
    assert leaves(caseload) == spans


def test_days_within_what_is_marked_are_refused_its_first_and_its_last_too(caseload):
    maya, day = begun(caseload).maya, timedelta(days=1)
    mark_away(caseload, maya.id, TODAY, TODAY + 2 * day)
    for first, last in ((0, 0), (0, 2), (2, 2), (1, 1)):
        with pytest.raises(Refusal, match="already marked as not here"):
            mark_away(caseload, maya.id, TODAY + first * day, TODAY + last * day)
    assert len(leaves(caseload)) == 1


def test_one_undo_takes_it_back(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY + timedelta(days=4))
    undone = caseload.store.undo(caseload.now())
    assert undone is not None
    assert undone.what == "Not here"
    assert leaves(caseload) == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (TODAY, FRIDAY, "the first day first"),
        (TODAY, TODAY + timedelta(days=366), "more than a year"),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=1), "already"),
    ],
)
def test_a_range_that_can_not_be_is_refused_and_changes_nothing(caseload, first, last, words):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY + timedelta(days=2))
    before = leaves(caseload)
    with pytest.raises(Refusal, match=words):
        mark_away(caseload, maya.id, first, last)
    assert leaves(caseload) == before


@pytest.mark.parametrize(
    ("line", "is_here"), [("Hi", True), ("Hi %phone", False), ("Hi %text", False), ("yest: Hi", False)]
)
def test_a_contact_in_person_today_says_that_they_are_here_after_all(caseload, line, is_here):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY)
    capture(caseload, read_capture(line, TODAY, named=False, next_period_on=TODAY), [maya.id])
    assert caseload.calendar.is_away(maya.id, TODAY) is not is_here
    caseload.store.undo(caseload.now())
    assert caseload.calendar.is_away(maya.id, TODAY)


def test_who_was_not_reached_stays_away_and_a_group_brings_everybody_back(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY)
    record_check_in(caseload, maya.id, "Not there", contact_made=False)
    assert caseload.calendar.is_away(maya.id, TODAY)
    record_group(caseload, text="Circle", student_ids=[maya.id], counts_contact=True)
    assert not caseload.calendar.is_away(maya.id, TODAY)


@pytest.mark.parametrize("more", [{"tags": ("lab",)}, {"minutes": 5}, {"initiator": Party.STUDENT}, {"line": "Hi"}])
def test_a_touch_that_says_more_is_not_taken_away(caseload, more):
    maya = add_student(caseload, given_name="Maya", family_name="Mensah")
    record_check_in(caseload, maya.id, kind=Kind.QUICK_TOUCH, **more)
    with pytest.raises(Refusal, match="Already seen today"):
        mark_not_here(caseload, maya.id)
    caseload.store.undo(caseload.now())
    touch(caseload, maya.id)
    assert mark_not_here(caseload, maya.id)


def test_not_here_pressed_twice_costs_nothing_also_not_that_they_were_seen(caseload):
    maya = begun(caseload).maya
    seen = touch(caseload, maya.id)
    for check_in in caseload.check_ins_on(maya.id, TODAY):
        if check_in.id != seen.id:
            move_to_trash(caseload, CheckIn, check_in.id)
    before = caseload.summary(maya.id)
    assert mark_not_here(caseload, maya.id)
    assert mark_here(caseload, maya.id, TODAY)
    assert caseload.summary(maya.id) == before
    assert leaves(caseload) == []
    assert not mark_not_here(caseload, maya.id) or mark_here(caseload, maya.id, TODAY)


def test_only_the_touches_of_that_student_and_day_come_back_though_others_went_at_the_same_instant(caseload):
    maya, jun = begun(caseload).maya, add_student(caseload, given_name="Jun", family_name="Sato")
    caseload.now = lambda: NOW
    seen = {one.id: touch(caseload, one.id).id for one in (jun, maya)}
    earlier = record_check_in(caseload, jun.id, "x", happened_on=FRIDAY)
    move_to_trash(caseload, CheckIn, earlier.id)
    move_to_trash(caseload, CheckIn, seen[maya.id])
    assert mark_not_here(caseload, jun.id)
    assert mark_here(caseload, jun.id, TODAY)
    assert {one.id for one in caseload.store.trash(CheckIn)} == {earlier.id, seen[maya.id]}


def test_who_was_not_met_in_person_today_stays_away(caseload):
    maya = begun(caseload).maya
    mark_away(caseload, maya.id, TODAY, TODAY)
    for fields in ({"contact_made": False}, {"medium": Medium.PHONE}, {"happened_on": TODAY - timedelta(days=1)}):
        record_check_in(caseload, maya.id, "x", **fields)
        assert caseload.calendar.is_away(maya.id, TODAY)
    record_check_in(caseload, maya.id, "x")
    assert not caseload.calendar.is_away(maya.id, TODAY)
