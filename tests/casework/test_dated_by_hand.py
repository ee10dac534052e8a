"""Days that are given by hand: kept as they were given, refused in the future, and what hangs on the school's days moves."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from msgspec.structs import replace
from record_case import NOW, TODAY
from season_case import THE_DAY, due, in_school, planned

from advisory.caseload.caseload import Caseload
from advisory.casework.calendar.no_school_days import add_no_school_days, edit_no_school_days
from advisory.casework.calendar.term import add_term, edit_term
from advisory.casework.check_in.record_group import record_group
from advisory.casework.defense.edit_list import add_to_list, edit_listed
from advisory.casework.defense.milestone import date_milestone
from advisory.casework.defense.outcome import celebrate, give_feedback
from advisory.casework.defense.panel import ask_panel, confirm_panel
from advisory.casework.defense.plan import plan_defense
from advisory.casework.defense.practice import note_practice, remove_practice
from advisory.casework.student.add import add_student
from advisory.casework.student.delete import delete_student
from advisory.model import DefensePlan, NoSchoolDay, Term
from advisory.model.defense import FEWEST_MINUTES, MOST_MINUTES
from advisory.model.words import Kind
from advisory.rules.capture.reading import PromiseRead
from advisory.rules.refusal import Refusal

DAY = timedelta(days=1)
YESTERDAY, TOMORROW = TODAY - DAY, TODAY + DAY


def held(caseload: Caseload) -> DefensePlan:
    """A plan whose day was three days ago."""
    plan = planned(caseload)
    with caseload.store.change("By hand", NOW) as change:
        return change.put(replace(plan, held_on=TODAY - 3 * DAY))


def test_what_was_said_and_celebrated_and_who_said_yes_stand_under_the_day_that_was_given(caseload: Caseload) -> None:
    plan = held(caseload)
    for on in (YESTERDAY, None):
        day = on or TODAY
        plan = give_feedback(caseload, plan, wows=["Calm"], on=on)
        assert plan.feedback_on == day
        plan = celebrate(caseload, plan, "Tea", on=on)
        assert plan.celebrated_on == day
    with pytest.raises(Refusal, match="still to come"):
        give_feedback(caseload, plan, wows=["Calm"], on=TOMORROW)
    with pytest.raises(Refusal, match="still to come"):
        celebrate(caseload, plan, "Tea", on=TOMORROW)
    plan = ask_panel(caseload, ask_panel(caseload, plan, "Ms Lind"), "Mr Ode")
    for on, confirmed, what in (
        (YESTERDAY, YESTERDAY, "Panel member confirmed"),
        (TODAY, TODAY, "Panel member confirmed"),
        (None, None, "Panel member not confirmed"),
        (None, TODAY, "Panel member confirmed"),
    ):
        plan = confirm_panel(caseload, plan, 1, confirmed_on=on)
        assert [one.confirmed_on for one in plan.panel] == [None, confirmed]
        assert next(caseload.store.changes()).what == what


def test_practices_stand_in_the_order_of_their_days_and_one_can_be_taken_out(caseload: Caseload) -> None:
    plan = planned(caseload)
    for days in (0, 5, 2):
        plan = note_practice(caseload, plan, glows=[f"{days} ago", " "], grows=[" slower "], on=TODAY - days * DAY).plan
    assert [(one.on, one.glows, one.grows) for one in plan.practices] == [
        (TODAY - days * DAY, (f"{days} ago",), ("slower",)) for days in (5, 2, 0)
    ]
    kept = remove_practice(caseload, plan, 1)
    assert kept.practices == (plan.practices[0], plan.practices[2])


def test_a_plan_lasts_as_long_as_a_plan_may(caseload: Caseload) -> None:
    maya = in_school(caseload)
    for minutes in (FEWEST_MINUTES - 1, MOST_MINUTES + 1):
        with pytest.raises(Refusal, match="minutes"):
            plan_defense(caseload, maya.id, THE_DAY, minutes=minutes)
    assert plan_defense(caseload, maya.id, THE_DAY, minutes=FEWEST_MINUTES).plan.minutes == FEWEST_MINUTES


def test_a_milestone_of_the_list_stays_within_reach_of_the_day_when_it_is_edited(caseload: Caseload) -> None:
    for days in (0, 201, -31):
        with pytest.raises(Refusal, match="days before the day"):
            edit_listed(caseload, "story", days_before=days)
        with pytest.raises(Refusal, match="days before the day"):
            add_to_list(caseload, "a rehearsal", days)
    for days in (200, -30):
        assert edit_listed(caseload, "story", days_before=days).days_before == days
    with pytest.raises(Refusal, match="The list already has"):
        edit_listed(caseload, "outline", label=caseload.milestones["story"].label)


def _shorter(caseload: Caseload) -> object:
    spring = caseload.store.need(Term, "t0000002")
    return edit_term(caseload, spring, spring.title, date(2027, 1, 20), spring.ends_on)


def _snow(caseload: Caseload) -> object:
    free = caseload.store.need(NoSchoolDay, "n0000001")
    day = max(one for one in due(caseload.defenses[0]).values() if one < THE_DAY)
    return edit_no_school_days(caseload, free, day, day, " Snow ")


@pytest.mark.parametrize("act", [_shorter, _snow], ids=["a shorter term", "another free day"])
def test_milestones_leave_days_that_are_without_school_now(
    caseload: Caseload, act: Callable[[Caseload], object]
) -> None:
    before = due(planned(caseload))
    act(caseload)
    after = due(caseload.defenses[0])
    assert after != before
    assert all(caseload.calendar.is_school_day(day) for day in after.values())
    caseload.store.undo(NOW)
    assert due(caseload.defenses[0]) == before


def test_milestones_leave_a_break_that_the_first_terms_make(caseload: Caseload) -> None:
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    before = due(plan_defense(caseload, maya.id, THE_DAY, time(9)).plan)
    add_term(caseload, "Autumn", date(2026, 8, 31), date(2026, 12, 18))
    add_term(caseload, "Spring", date(2027, 1, 25), date(2027, 6, 18))
    after = due(caseload.defenses[0])
    assert after != before
    assert all(caseload.calendar.is_school_day(day) for day in after.values())


def test_free_days_that_touch_no_milestone_move_none_not_even_one_that_was_dated_by_hand(caseload: Caseload) -> None:
    story = date(2027, 1, 11)
    before = due(date_milestone(caseload, planned(caseload), "story", story))
    assert before["story"] == story
    free = THE_DAY + 20 * DAY
    assert add_no_school_days(caseload, [(free, free, "")]).plans == 0
    assert due(caseload.defenses[0]) == before


def test_a_student_is_deleted_once_and_a_group_entry_promises_nothing_for_a_day_that_is_past(
    caseload: Caseload,
) -> None:
    maya = add_student(caseload, given_name="Maya", family_name="Okafor")
    with pytest.raises(Refusal, match="in the past"):
        record_group(caseload, text="Circle", student_ids=[maya.id], promises=[PromiseRead("bring tea", YESTERDAY)])
    with pytest.raises(Refusal, match="referral"):
        record_group(
            caseload,
            text="Circle",
            student_ids=[maya.id],
            kind=Kind.REFERRAL,
            promises=[PromiseRead("bring tea", TOMORROW)],
        )
    delete_student(caseload, maya.id)
    with pytest.raises(Refusal, match=r"^Maya Okafor is in the trash already\.$"):
        delete_student(caseload, maya.id)
