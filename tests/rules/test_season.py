"""A season: what does not go together, a schedule for all, and what is next for each."""

from datetime import date, time, timedelta

import pytest
from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from record_case import TODAY, make

from advisory.model import CheckIn, DefensePlan, Leave, Milestone, NoSchoolDay, PanelMember, Practice, Student
from advisory.model.defense import FEWEST_MINUTES, MOST_MINUTES
from advisory.model.defense_words import DefenseOutcome, MilestoneStatus
from advisory.model.words import Kind
from advisory.rules.days.school_days import Calendar
from advisory.rules.refusal import Refusal
from advisory.rules.season.clashes import ClashKind, clash_words, clashes, without_plan
from advisory.rules.season.dating import dated, listed
from advisory.rules.season.last_weeks import DefenseSoon, defense_soon, listed_now, season_interval, soon_words
from advisory.rules.season.milestones import MILESTONES, THE_DAY
from advisory.rules.season.next_step import day_words, feeling_words, feelings, next_step, title_words, waiting
from advisory.rules.season.plan_life import (
    is_upcoming,
    next_plan,
    refuse_day,
    refuse_held,
    refuse_minutes,
    shown_plan,
    with_outcome,
)
from advisory.rules.season.schedule import Hours, Slot, propose, school_days_from

DAY = date(2027, 2, 11)
"""A Thursday."""
PLAIN = Calendar()
NAMES = {"s0000001": "Maya", "s0000002": "Jun"}


def plan(number=1, student=1, starts=time(9), **fields):
    return make(
        DefensePlan,
        number,
        student=f"s000000{student}",
        **{"held_on": DAY, "starts": starts, "place": "Library"} | fields,
    )


def panel(*names):
    return tuple(PanelMember(name=name) for name in names)


def kinds(*plans, calendar=PLAIN):
    return [clash.kind for clash in clashes(plans, calendar, TODAY)]


@each_row(
    ("other", "found"),
    [
        ({}, [ClashKind.PLACE]),
        ({"place": " library "}, [ClashKind.PLACE]),
        ({"place": "Hall"}, []),
        ({"place": ""}, []),
        ({"starts": time(10)}, [ClashKind.PLACE]),
        ({"starts": time(10, 15)}, []),
        ({"starts": time(7, 50)}, [ClashKind.PLACE]),
        ({"starts": time(7, 45)}, []),
        ({"starts": None}, []),
        ({"held_on": DAY + timedelta(days=1)}, []),
        ({"outcome": DefenseOutcome.POSTPONED}, []),
        ({"panel": panel("ms LIND"), "place": "Hall"}, [ClashKind.PANEL]),
        ({"panel": panel("Mr Cho"), "place": "Hall"}, []),
        ({"panel": panel("Ms Lind")}, [ClashKind.PLACE, ClashKind.PANEL]),
    ],
)
def test_one_place_and_one_panel_member_are_only_once_at_one_time(other, found):
    assert kinds(plan(panel=panel("Ms Lind", "Mr Osei")), plan(2, 2, **other)) == found


def test_a_plan_without_a_place_or_an_hour_is_in_nobodys_way():
    assert kinds(plan(place=" "), plan(2, 2, place="")) == kinds(plan(starts=None), plan(2, 2)) == []


def test_clashes_are_sentences():
    found = clashes([plan(panel=panel("Ms Lind")), plan(2, 2, panel=panel("Ms Lind"))], PLAIN, TODAY)
    closed = Calendar(no_school=[make(NoSchoolDay, starts_on=DAY, ends_on=DAY)])
    found += clashes([plan()], closed, TODAY)
    assert [clash_words(clash, NAMES.__getitem__) for clash in found] == [
        "Maya and Jun are both in Library on Thu Feb 11 at the same time.",
        "Ms Lind is on the panels of Maya and Jun on Thu Feb 11 at the same time.",
        "Maya: Thu Feb 11 has no school. Move the day.",
    ]


def test_who_has_no_day_this_year_is_told():
    students = [make(Student, number) for number in (1, 2, 3)]
    plans = [plan(), plan(2, 2, held_on=date(2026, 5, 7), outcome=DefenseOutcome.POSTPONED)]
    assert [one.id for one in without_plan(students, plans, TODAY)] == ["s0000002", "s0000003"]
    begun = plan(3, 2, held_on=date(2026, 9, 9), outcome=DefenseOutcome.POSTPONED)
    next_year = plan(4, 3, held_on=date(2027, 9, 9))
    assert [one.id for one in without_plan(students, [begun, next_year], TODAY)] == ["s0000001"]


def test_the_school_days_from_one_day_to_another_have_both_in_them():
    friday, tuesday = date(2027, 2, 12), date(2027, 2, 16)
    assert school_days_from(friday, tuesday, PLAIN) == [friday, date(2027, 2, 15), tuesday]
    assert school_days_from(friday, friday, PLAIN) == [friday]
    assert school_days_from(DAY, DAY + timedelta(days=120), PLAIN)[-1] == date(2027, 6, 11)
    with pytest.raises(Refusal, match=r"to the last are 121 days; 120 are the most\. Check the dates"):
        school_days_from(DAY, DAY + timedelta(days=121), PLAIN)


def test_without_a_break_one_follows_the_other():
    students = ["s1", "s2", "s3"]
    for pause in (0, -5):
        slots = propose(students, [DAY], Hours(time(9), time(12), 60, pause), PLAIN)
        assert [slot.starts for slot in slots] == [time(9), time(10), time(11)]


MORNING = Hours(time(9), time(12), 60, 15)


def test_a_caseload_is_laid_out_over_the_days_and_hours_there_are():
    days = school_days_from(date(2027, 2, 12), date(2027, 2, 16), PLAIN)
    leave = make(Leave, student="s1", starts_on=date(2027, 2, 12), ends_on=date(2027, 2, 12))
    calendar = Calendar(leaves=[leave])
    taken = [plan(held_on=date(2027, 2, 12), starts=time(10, 0))]
    assert propose(["s1", "s2", "s3"], days, MORNING, calendar, taken) == [
        Slot("s2", date(2027, 2, 12), time(9)),
        Slot("s1", date(2027, 2, 15), time(9)),
        Slot("s3", date(2027, 2, 15), time(10, 15)),
    ]


@each_row(
    ("hours", "words"),
    [
        (MORNING, "room for 4 of 5 students"),
        (Hours(time(9), time(8)), "room for 0 of 5 students"),
        (Hours(time(9), time(12), 5), "5 minutes can't be planned"),
    ],
)
def test_where_there_is_no_room_for_all_it_says_how_much_there_is(hours, words):
    days = [date(2027, 2, 11), date(2027, 2, 12), date(2027, 2, 13)]
    with pytest.raises(Refusal, match=words):
        propose([f"s{n}" for n in range(5)], days, hours, PLAIN)


def test_days_without_school_are_named_as_the_reason():
    weekend = [date(2027, 2, 13), date(2027, 2, 14)]
    with pytest.raises(Refusal, match="None of these days has school"):
        propose(["s1"], weekend, Hours(time(9), time(12)), PLAIN)


@each_row(
    ("first", "last", "words"),
    [(DAY, DAY - timedelta(1), "Turn the two around"), (DAY, DAY + timedelta(300), "Check the dates")],
)
def test_days_that_make_no_sense_are_refused(first, last, words):
    with pytest.raises(Refusal, match=words):
        school_days_from(first, last, PLAIN)


@settings(max_examples=some(40), deadline=None)
@given(
    st.integers(1, 12), st.integers(0, 9), st.integers(8, 11), st.integers(1, 6), st.integers(20, 90), st.integers(0, 30),
    st.lists(st.tuples(st.integers(0, 9), st.integers(8, 15)), max_size=4),
)  # fmt: skip
def test_no_two_proposals_meet_and_none_meets_what_is_there(count, span, first, hours, minutes, pause, there):
    taken = [plan(n, held_on=DAY + timedelta(days=on), starts=time(at)) for n, (on, at) in enumerate(there, 1)]
    days = school_days_from(DAY, DAY + timedelta(days=span), PLAIN)
    students = [f"s{number}" for number in range(count)]
    try:
        slots = propose(students, days, Hours(time(first), time(first + hours), minutes, pause), PLAIN, taken)
    except Refusal:
        return
    assert [slot.student_id for slot in slots] == students
    made = [
        plan(number, held_on=slot.held_on, starts=slot.starts, minutes=minutes) for number, slot in enumerate(slots, 50)
    ]
    assert clashes([*made, *taken], PLAIN, TODAY) == clashes(taken, PLAIN, TODAY)
    assert all(time(first) <= slot.starts for slot in slots)


def dated_plan(**fields):
    return plan(milestones=dated(listed(MILESTONES, DAY), DAY, TODAY, PLAIN).milestones, **fields)


def with_ready(one, *keys):
    done = {"status": MilestoneStatus.READY, "done_on": TODAY}
    return replace(one, milestones=tuple(replace(m, **done) if m.key in keys else m for m in one.milestones))


BEFORE = [one.key for one in MILESTONES if one.days_before > 0]
SPOKEN = {"feedback_on": DAY, "wows": ("x",)}
AGAIN = {**SPOKEN, "outcome": DefenseOutcome.DEFEND_AGAIN, "defend_again_on": date(2027, 2, 25)}
PASSED = {**SPOKEN, "outcome": DefenseOutcome.PASSED}
CAKE = {"celebration": "Cake", "celebrated_on": DAY}
LATER = DAY + timedelta(days=1)


@each_row(
    ("shown", "today", "words", "mine"),
    [
        (dated_plan(), TODAY, "choose artifacts, by Thu Dec 17", False),
        (dated_plan(), date(2026, 12, 17), "choose artifacts, by today", False),
        (dated_plan(), date(2026, 12, 18), "choose artifacts, was planned for Thu Dec 17", False),
        (with_ready(dated_plan(), *BEFORE[:5]), TODAY, "practice with you, by Thu Jan 28, 2027", True),
        (with_ready(dated_plan(), *BEFORE), TODAY, "ready for the day: Thu Feb 11, 2027 at 9:00, Library", False),
        (dated_plan(), LATER, "write down the panel's wows and wonders", True),
        (dated_plan(**SPOKEN), LATER, "choose the outcome", True),
        (dated_plan(outcome=DefenseOutcome.POSTPONED), TODAY, "choose a new day", True),
        (dated_plan(**AGAIN), LATER, "one more turn Thu Feb 25", False),
        (dated_plan(**PASSED), LATER, "celebrate: how will you two mark it?", True),
        (dated_plan(**PASSED, **CAKE), LATER, "debrief", True),
        (with_ready(dated_plan(**PASSED, **CAKE), "debrief"), LATER, "done and celebrated", False),
    ],
)
def test_what_is_next_is_one_line(shown, today, words, mine):
    told = next_step(shown, today)
    assert (told.words, told.mine) == (words, mine)


def test_it_waits_on_the_student_and_on_the_advisor_for_what_is_due_within_a_week():
    now = waiting(dated_plan(), date(2027, 1, 28))
    assert ([one.key for one in now.mine], [one.key for one in now.theirs]) == (
        ["practice_with_you", "panel_and_family"],
        ["artifacts", "evidence", "reflections", "story", "outline", "practice_with_peers"],
    )
    assert waiting(dated_plan(**PASSED), DAY) == ((), ())
    assert THE_DAY not in {one.key for one in waiting(dated_plan(), DAY).theirs}
    assert day_words(plan(), DAY, with_place=False) == "today at 9:00"
    after = Milestone(key="after", label="debrief", days_before=-1, due_on=DAY + timedelta(days=1))
    assert next_step(plan(milestones=(after,), celebration="cake", celebrated_on=DAY, **PASSED), DAY).words == "debrief"


def test_near_days_those_to_close_and_those_with_something_of_yours_are_listed():
    monday = date(2026, 11, 23)
    near, far = plan(1, held_on=monday + timedelta(days=21)), plan(2, held_on=monday + timedelta(days=22))
    to_close, over = plan(3, held_on=monday - timedelta(days=1)), plan(4, held_on=monday)
    over = replace(over, feedback_on=monday, outcome=DefenseOutcome.PASSED)
    yours = Milestone(key="own", label="a room", days_before=90, due_on=monday + timedelta(days=7), mine=True)
    farther = plan(5, held_on=monday + timedelta(days=90), milestones=(yours,))
    theirs = replace(farther, id="d0000006", milestones=(replace(yours, mine=False),))
    found = listed_now([theirs, farther, over, far, near, to_close], monday, PLAIN)
    assert found == [to_close, near, farther]
    put_off = plan(8, held_on=farther.held_on + timedelta(days=90), outcome=DefenseOutcome.POSTPONED)
    assert listed_now([put_off], monday, PLAIN) == [put_off]


def test_a_day_that_took_place_is_not_put_off_or_moved_along():
    held = replace(plan(1, held_on=TODAY), wows=("Clear",), feedback_on=TODAY)
    assert not is_upcoming(held, TODAY)
    with pytest.raises(Refusal, match="It took place"):
        with_outcome(held, DefenseOutcome.POSTPONED)


def test_the_plan_shown_is_the_next_one_then_one_that_waits_then_the_last():
    old, passed, later = plan(1, held_on=date(2026, 5, 7)), plan(2, held_on=date(2026, 10, 1), **PASSED), plan(3)
    assert next_plan([old, later, passed], TODAY) == shown_plan([old, later, passed], TODAY) == later
    assert shown_plan([old, passed], TODAY) == old
    assert shown_plan([passed], TODAY) == passed
    assert (shown_plan([], TODAY), next_plan([old, passed], TODAY)) == (None, None)


def test_what_they_felt_is_kept_with_their_words_and_without_a_judgment():
    seen = [
        make(CheckIn, 1, kind=Kind.DEFENSE_PREP, happened_on=date(2027, 2, 4), feeling=3, student_says="Better"),
        make(CheckIn, 2, kind=Kind.DEFENSE_PREP, happened_on=date(2027, 1, 28), feeling=2, student_says="Cold hands"),
        make(CheckIn, 3, kind=Kind.DEFENSE_PREP, happened_on=date(2027, 2, 5)),
        make(CheckIn, 4, happened_on=date(2027, 2, 5), feeling=1),
        make(CheckIn, 5, kind=Kind.DEFENSE_PREP, happened_on=date(2026, 5, 5), feeling=1),
        make(CheckIn, 6, kind=Kind.DEFENSE_PREP, happened_on=DAY, feeling=3, student_says="At the door"),
        make(CheckIn, 7, kind=Kind.DEFENSE_PREP, happened_on=LATER, feeling=5),
    ]
    felt = feelings(plan(feeling_before=4, feeling_says="Ready to run"), seen)
    assert [one.says for one in felt] == ["Cold hands", "Better", "At the door", "Ready to run"]
    assert feeling_words(felt) == "2 on Jan 28, 3 on Feb 4, 3 on Feb 11, 4 on Feb 11"


def test_a_plan_says_when_it_is_and_whether_it_is_another_turn():
    assert day_words(plan(starts=None, place=""), DAY) == "today"
    assert (title_words(plan()), title_words(plan(follows="d0000009"))) == ("Defense", "Defense, another turn")


@each_row(
    ("day", "words"),
    [
        (TODAY, ""),
        (
            TODAY - timedelta(1),
            "Sun Nov 22, 2026 is in the past (today is Mon Nov 23, 2026). Choose today or a later day.",
        ),
        (date(2026, 11, 28), "Sat Nov 28, 2026 has no school. Choose Fri Nov 27, 2026 or Mon Nov 30, 2026."),
    ],
)
def test_a_day_is_today_or_later_and_has_school(day, words):
    if not words:
        refuse_day(day, TODAY, PLAIN)
        return
    with pytest.raises(Refusal) as refused:
        refuse_day(day, TODAY, PLAIN)
    assert str(refused.value) == words


def test_a_length_is_within_its_bounds_and_an_outcome_waits_for_the_panels_words():
    for minutes in (FEWEST_MINUTES, MOST_MINUTES):
        refuse_minutes(minutes)
    for minutes in (FEWEST_MINUTES - 1, MOST_MINUTES + 1):
        with pytest.raises(Refusal, match=f"^{minutes} minutes can't be planned"):
            refuse_minutes(minutes)
    with pytest.raises(Refusal, match="First write down the panel's wows and wonders"):
        with_outcome(plan(), DefenseOutcome.PASSED)
    assert with_outcome(plan(feedback_on=DAY), DefenseOutcome.PASSED).outcome is DefenseOutcome.PASSED
    with pytest.raises(Refusal):
        refuse_held(plan(feedback_on=DAY))


@pytest.mark.parametrize("days_before", [1, 0, -1])
def test_what_is_left_until_the_day_before_is_next_and_what_is_for_the_day_is_not(days_before):
    one = Milestone(key="k", label="Slides", days_before=days_before, due_on=DAY - timedelta(days=days_before))
    assert next_step(plan(milestones=(one,)), TODAY).words.startswith(
        "Slides, " if days_before > 0 else "ready for the day: "
    )


def test_a_day_is_near_from_fifteen_school_days_before_it_and_counts_the_talks_since():
    def near(today, *days, **fields):
        talks = [
            make(CheckIn, at, happened_on=day, counts_one_to_one=day.weekday() != 2) for at, day in enumerate(days, 1)
        ]
        return defense_soon(plan(**fields), talks, today, PLAIN)

    first = date(2027, 1, 21)  # fifteen school days before the Thursday
    assert near(first) == DefenseSoon(DAY, 15)
    assert near(first - timedelta(days=1)) is None
    assert defense_soon(None, [], first, PLAIN) is None
    assert near(DAY) == DefenseSoon(DAY, 0)
    assert near(LATER) is None
    assert near(DAY, outcome=DefenseOutcome.POSTPONED) is None
    friday, monday, tuesday = date(2027, 1, 29), date(2027, 1, 25), date(2027, 1, 26)
    seen = (date(2027, 2, 1), friday, friday, date(2027, 1, 27), tuesday, monday, first, date(2027, 1, 20))
    assert near(friday, *seen, practices=(Practice(on=friday),)) == DefenseSoon(DAY, 9, practices=1, talks=4)
    assert [season_interval(usual, DefenseSoon(DAY, 9)) for usual in (2, 3, 10)] == [2, 3, 3]
    assert season_interval(10, None) == 10
    soon = [DefenseSoon(DAY, 9), DefenseSoon(DAY, 1, practices=1), DefenseSoon(TODAY, 0)]
    assert [soon_words(one, TODAY) for one in soon] == [
        "defends in 9 school days, no practice yet",
        "defends in 1 school day",
        "defends today, no practice yet",
    ]
    assert [one.order for one in (soon[0], soon[0]._replace(talks=1), soon[0]._replace(talks=6))] == [
        (-3, DAY),
        (0, DAY),
        (9, DAY),
    ]
