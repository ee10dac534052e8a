"""Milestones counted back from the day: on school days, in order, never before today, and what is ready stays."""

from datetime import date, timedelta
from itertools import pairwise

from each_row import each_row
from examples import some
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import make

from advisory.model import CatalogueMilestone, NoSchoolDay, Term
from advisory.model.defense import Milestone
from advisory.model.defense_words import MilestoneStatus
from advisory.rules.days.school_days import Calendar
from advisory.rules.season.dating import closer_sentence, dated, listed, usual_date
from advisory.rules.season.milestones import MILESTONES, THE_DAY, days_words, milestone_list

FEW = settings(max_examples=some(80), deadline=None)
PLAIN = Calendar()
DAY = date(2027, 2, 11)
"""A Thursday."""
READY, WAIVED = MilestoneStatus.READY, MilestoneStatus.WAIVED


def fresh(day):
    return listed(MILESTONES, day)


def dates(found):
    return [one.due_on for one in found.milestones]


def test_the_usual_days_go_back_from_a_weekend_to_the_friday_and_forward_to_the_monday():
    found = dated(fresh(DAY), DAY, date(2026, 11, 23), PLAIN)
    assert [f"{day:%a %b %d}" for day in dates(found)] == [
        "Thu Dec 17", "Thu Dec 31", "Thu Jan 07", "Thu Jan 14", "Thu Jan 21", "Thu Jan 28", "Mon Feb 01", "Thu Feb 04",
        "Mon Feb 08", "Thu Feb 11", "Mon Feb 15",
    ]  # fmt: skip
    assert found.closer == ()


def test_a_break_sends_them_to_the_last_day_before_it_and_the_debrief_to_the_first_after_it():
    days = [
        (date(2026, 12, 19), date(2027, 1, 3)),
        (date(2027, 2, 8), date(2027, 2, 8)),
        (date(2027, 2, 12), date(2027, 2, 19)),
    ]
    calendar = Calendar(no_school=[make(NoSchoolDay, starts_on=first, ends_on=last) for first, last in days])
    due = {one.key: one.due_on for one in dated(fresh(DAY), DAY, date(2026, 11, 23), calendar).milestones}
    assert (due["evidence"], due["logistics"], due["debrief"]) == (
        date(2026, 12, 18),
        date(2027, 2, 5),
        date(2027, 2, 22),
    )


def test_what_would_fall_before_today_is_spread_over_what_is_left_and_said():
    today = DAY - timedelta(days=31)
    found = dated(fresh(DAY), DAY, today, PLAIN)
    assert [one.key for one in found.closer] == ["artifacts", "evidence", "reflections"]
    assert [one.due_on for one in found.milestones[:4]] == [
        date(2027, 1, 11), date(2027, 1, 12), date(2027, 1, 13), date(2027, 1, 14),
    ]  # fmt: skip
    assert closer_sentence(found.closer) == "Three milestones are closer together than usual."
    assert closer_sentence(found.closer[:1]) == "One milestone is closer together than usual."
    assert closer_sentence(()) == ""


def test_where_there_is_no_room_before_the_next_ones_they_move_closer_too_each_on_a_day_of_its_own():
    found = dated(fresh(DAY), DAY, date(2027, 1, 28), PLAIN)
    assert len(found.closer) == 9
    assert len(set(dates(found))) == len(dates(found))


@each_row(("left", "last"), [(0, DAY), (1, date(2027, 2, 10))])
def test_on_the_last_days_all_that_is_left_is_now(left, last):
    found = dated(fresh(DAY), DAY, DAY - timedelta(days=left), PLAIN)
    assert set(dates(found)[:-2]) == {last}
    assert dates(found)[-2] == DAY


def test_moving_the_day_moves_what_is_not_done_and_tells_which():
    first = dated(fresh(DAY), DAY, date(2026, 11, 23), PLAIN).milestones
    done = tuple(replace(one, status=READY, done_on=DAY) if one.key == "evidence" else one for one in first)
    done = tuple(replace(one, status=WAIVED) if one.key == "story" else one for one in done)
    found = dated(done, DAY + timedelta(days=1), date(2026, 11, 23), PLAIN)
    assert {one.key for one in MILESTONES} - {one.key for one in found.moved} == {"evidence", "story", "debrief"}
    assert next(one for one in found.milestones if one.key == "evidence") in done


def test_the_day_itself_is_the_day_even_if_school_falls_out():
    saturday = date(2027, 2, 13)
    assert usual_date(0, saturday, PLAIN) == saturday
    assert (usual_date(1, saturday, PLAIN), usual_date(-1, saturday, PLAIN)) == (date(2027, 2, 12), date(2027, 2, 15))


def test_the_list_is_the_advisors_own():
    changes = [
        make(CatalogueMilestone, 1, key="story", label="story of growth", days_before=30),
        make(CatalogueMilestone, 2, key="story", label="your story", days_before=36, mine=True),
        make(CatalogueMilestone, 3, key="logistics", label="clothes", days_before=3, hidden=True),
        make(CatalogueMilestone, 4, key="invitations", label="invitations", days_before=12),
    ]
    found = milestone_list(changes)
    keys = list(found)
    assert keys.index("story") == keys.index("evidence") + 1
    assert keys.index("invitations") == keys.index("practice_with_you") + 1
    assert (found["story"].label, found["story"].mine, found["logistics"].hidden) == ("your story", True, True)
    assert "logistics" not in {one.key for one in listed(found.values(), DAY)}


@each_row(
    ("days", "words"),
    [(14, "14 days before"), (1, "1 day before"), (0, "on the day"), (-1, "1 day after"), (-2, "2 days after")],
)
def test_a_distance_is_said_in_words(days, words):
    assert days_words(days) == words


# For any day, calendar and set of milestones done

SPANS = st.lists(st.tuples(st.integers(-120, 120), st.integers(0, 12)), max_size=6)
TERMS = st.lists(st.tuples(st.integers(-200, 100), st.integers(20, 120)), max_size=2)


@FEW
@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.integers(0, 100),
    st.integers(-40, 40),
    SPANS,
    TERMS,
    st.lists(st.sampled_from(MilestoneStatus), min_size=11, max_size=11),
)
@example(DAY, 0, 0, [], [], [MilestoneStatus.TO_DO] * 11)
def test_for_any_day_calendar_and_milestones_done(day, left, by, off, terms, statuses):
    calendar = calendar_of(day, off, terms)
    new_day, today = day + timedelta(days=by), day - timedelta(days=left)
    assume(all(calendar.is_school_day(one) for one in (day, new_day)) and today <= new_day)
    before = dated(fresh(day), day, today, calendar).milestones
    before = tuple(
        replace(one, status=status, done_on=today if status is READY else None)
        for one, status in zip(before, statuses, strict=True)
    )
    found = dated(before, new_day, today, calendar)
    ready = [one for one in before if one.status is READY]
    assert [one for one in found.milestones if one.status is READY] == ready
    rest = [one for one in found.milestones if one.status is not READY]
    assert all(calendar.is_school_day(one.due_on) for one in rest)
    assert all(today <= one.due_on <= new_day for one in rest if one.days_before >= 0)
    assert all(one.due_on > new_day for one in rest if one.days_before < 0)
    assert all(one.due_on <= other.due_on for one, other in pairwise(rest))
    assert all(one.due_on == new_day for one in rest if one.key == THE_DAY)
    was = {one.key: one.due_on for one in before}
    assert [one.key for one in found.moved] == [one.key for one in rest if one.is_open and one.due_on != was[one.key]]
    assert dated(found.milestones, new_day, today, calendar).moved == ()


def calendar_of(day, off, terms):
    """A calendar around a day, with breaks and perhaps with terms that leave something open."""
    return Calendar(
        [make(Term, n, starts_on=day + timedelta(days=at), ends_on=day + timedelta(days=at + long)) for n, (at, long) in enumerate(terms, 1)],
        [make(NoSchoolDay, n, starts_on=day + timedelta(days=at), ends_on=day + timedelta(days=at + long)) for n, (at, long) in enumerate(off, 1)],
    )  # fmt: skip


def one_milestone(days_before, **fields):
    return Milestone(key=f"k{days_before}", label="x", days_before=days_before, due_on=DAY, **fields)


def test_what_is_due_today_stays_and_what_was_due_the_day_before_the_day_moves_onto_it():
    milestones = [one_milestone(7), one_milestone(1)]
    today = DAY - timedelta(days=7)
    assert [one.due_on for one in dated(milestones, DAY, today, PLAIN).milestones] == [today, DAY - timedelta(days=1)]
    assert dated(milestones, DAY, today, PLAIN).closer == ()
    late = dated(milestones[1:], DAY, DAY, PLAIN)
    assert [one.due_on for one in late.milestones] == [one.due_on for one in late.closer] == [DAY]


def test_what_was_waived_moves_with_the_others_and_is_not_told_as_closer():
    milestones = [one_milestone(9, status=MilestoneStatus.WAIVED), one_milestone(8)]
    found = dated(milestones, DAY, DAY - timedelta(days=3), PLAIN)
    assert [one.key for one in found.closer] == ["k8"]
    assert [one.key for one in found.moved] == ["k8"]
