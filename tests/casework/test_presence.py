"""Who is not here: for a day or for some, taken back, and what it does to the clocks."""

from datetime import date, timedelta

import pytest
from caseload_case import begun
from record_case import TODAY

from advisory.casework.student.mark_away import mark_away, mark_here
from advisory.model import Leave
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
