"""Who gets the advisor's time: what counts and since when, in which order, and how it is spread."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import CheckIn, Leave, Student, Term
from advisory.model.words import Kind, Party, Status, Tone
from advisory.rules.days.school_days import Calendar
from advisory.rules.overview.time_given import (
    Given,
    Owner,
    TimeGiven,
    minutes_words,
    since_words,
    spread_words,
    time_given,
)

TERM = make(Term, starts_on=date(2026, 8, 31), ends_on=date(2026, 12, 18))
FALL = Calendar([TERM])
NO_CONTACT = {"counts_contact": False, "counts_one_to_one": False}
TRIED = {**NO_CONTACT, "contact_made": False}


def owner(number=1, *check_ins, **fields):
    student = make(Student, number, **{"joined_on": TERM.starts_on, **fields})
    told = [{"happened_on": TODAY, **one} for one in check_ins]
    made = [make(CheckIn, 100 * number + at, student=student.id, **one) for at, one in enumerate(told)]
    return Owner(student, sorted(made, key=lambda one: (one.happened_on, one.id)))


def only(*check_ins, calendar=FALL, **fields):
    (one,) = time_given([owner(1, *check_ins, **fields)], calendar, TODAY).students
    return one


def test_what_counts_as_what():
    one = only(
        {"minutes": 5, "tone": Tone.CELEBRATE},
        {"counts_one_to_one": False, "kind": Kind.QUICK_TOUCH, "initiator": Party.STUDENT},
        {"counts_one_to_one": False, "kind": Kind.CELEBRATION, "minutes": 10, "initiator": Party.FAMILY},
        {"kind": Kind.OBSERVATION, "tone": Tone.CONCERN, "minutes": 30, **NO_CONTACT},
        {"tone": Tone.CONCERN, **TRIED},
        {"kind": Kind.REFERRAL, "tone": Tone.CONCERN, **NO_CONTACT},
    )
    assert (one.one_to_ones, one.contacts, one.minutes, one.timed) == (1, 3, 15, 2)
    assert (one.by_advisor, one.by_student, one.by_others) == (1, 1, 1)
    assert (one.celebrations, one.concerns, one.attempts) == (2, 1, 1)


def test_only_the_term_counts_and_nothing_that_is_still_to_come():
    before, first, tomorrow = TERM.starts_on - timedelta(days=1), TERM.starts_on, TODAY + timedelta(days=1)
    assert only({"happened_on": before}, {"happened_on": first}, {"happened_on": tomorrow}).one_to_ones == 1


def test_without_terms_it_says_since_when_it_counts():
    told = time_given([owner(1, {"happened_on": date(2026, 9, 2)}, joined_on=None)], Calendar(), TODAY)
    assert (told.since, told.is_term) == (date(2026, 8, 1), False)
    assert since_words(told, "Aug 1") == "Without a term, this counts since Aug 1."
    assert since_words(time_given([], FALL, TODAY), "Aug 31") == "Counted since Aug 31."


def test_where_the_whole_caseload_came_in_november_it_counts_since_then():
    came = date(2026, 11, 2)
    told = time_given([owner(1, joined_on=came), owner(2, joined_on=came)], FALL, TODAY)
    assert told.since == came
    assert [one.came_later for one in told.students] == [False, False]
    assert told.weeks[0].monday == came


def test_one_who_came_in_the_term_is_counted_from_that_day_and_not_taken_for_the_quietest():
    weeks = [{"happened_on": TERM.starts_on + timedelta(weeks=at)} for at in range(2)]
    new, quiet = owner(1, joined_on=TODAY - timedelta(days=3)), owner(2)
    seldom, new_and_met = owner(3, *weeks), owner(4, weeks[0] | {"happened_on": TODAY}, joined_on=date(2026, 11, 9))
    told = time_given([new, new_and_met, seldom, quiet], FALL, TODAY).students
    assert [one.student_id[-1] for one in told] == ["2", "1", "3", "4"]
    assert [one.came_later for one in told] == [False, True, False, True]
    assert [one.school_days for one in told] == [61, 2, 61, 11]


def test_a_contact_from_before_the_day_of_joining_counts_from_its_own_day():
    first = date(2026, 9, 8)
    told = time_given([owner(1, {"happened_on": first}, joined_on=date(2026, 11, 2))], FALL, TODAY)
    assert (told.since, told.students[0].since, told.students[0].contacts) == (first, first, 1)


def test_leave_is_no_time_in_which_anybody_was_quiet():
    away = make(Leave, student="s0000001", starts_on=TERM.starts_on, ends_on=TODAY - timedelta(days=3))
    told = time_given([owner(1), owner(2)], Calendar([TERM], leaves=[away]), TODAY)
    assert [one.student_id[-1] for one in told.students] == ["2", "1"]
    assert told.students[1].school_days == 1
    assert sum(told.weeks[0].counts) == 1


def test_who_is_on_leave_comes_last_and_is_nobody_to_have_missed():
    told = time_given([owner(1, status=Status.ON_LEAVE), owner(2, {}, {}), owner(3)], FALL, TODAY)
    assert [one.student_id[-1] for one in told.students] == ["3", "2", "1"]
    assert told.weeks[-1].counts == (1, 0, 1)
    assert spread_words(told) == "Half of your 2 one-to-ones went to 1 of 3; 1 had none yet."


def test_each_week_tells_how_many_had_a_one_to_one_another_contact_or_neither():
    touch = {"counts_one_to_one": False, "kind": Kind.QUICK_TOUCH}
    told = time_given([owner(1, {}, touch), owner(2, touch), owner(3, TRIED)], FALL, TODAY)
    assert told.weeks[-1] == (TODAY, (1, 1, 1))
    assert {week.counts for week in told.weeks[:-1]} == {(0, 0, 3)}
    assert len(told.weeks) == 13
    alone = owner(1, {"counts_contact": False}, touch)
    assert [one.counts for one in time_given([alone], FALL, TODAY).weeks[-2:]] == [(0, 0, 1), (1, 0, 0)]


def test_who_came_a_school_week_after_the_others_came_later_and_who_came_on_a_sunday_has_no_school_day_yet():
    day = TERM.starts_on + timedelta(days=4)  # the Friday of the first week
    told = time_given([owner(1), owner(2, joined_on=day), owner(3, joined_on=day + timedelta(days=1))], FALL, TODAY)
    assert [(one.student_id[-1], one.came_later) for one in told.students] == [("1", False), ("2", False), ("3", True)]
    sunday = TODAY - timedelta(days=1)
    (new,) = time_given([owner(1, joined_on=sunday)], FALL, sunday).students
    assert (new.school_days, new.since) == (0, sunday)


@each_row(
    ("counts", "words"),
    [
        ((), "Your caseload is empty."),
        ((0, 0), "No one-to-one yet."),
        ((0, 1, 0), "Your one-to-one so far went to 1 of 3."),
        ((5, 5, 5, 5), "Half of your 20 one-to-ones went to 2 of 4."),
        ((9, 1, 0, 0), "Half of your 10 one-to-ones went to 1 of 4; 2 had none yet."),
        ((3, 3, 3), "Half of your 9 one-to-ones went to 2 of 3."),
    ],
)
def test_the_spread_is_one_sentence(counts, words):
    told = [given_to(number, count) for number, count in enumerate(counts)]
    assert spread_words(TimeGiven(TODAY, is_term=True, students=tuple(told), weeks=())) == words


def given_to(number, count, **fields):
    return Given(
        student_id=f"s{number}", since=TODAY, came_later=False, school_days=1, **{"one_to_ones": count, **fields}
    )


@each_row(("minutes", "timed", "contacts", "words"), [(0, 0, 3, "–"), (35, 3, 3, "35"), (35, 2, 3, "35+")])
def test_minutes_say_when_some_are_not_known(minutes, timed, contacts, words):
    assert minutes_words(given_to(1, 0, minutes=minutes, timed=timed, contacts=contacts)) == words


DAYS = st.integers(-200, 20).map(lambda away: TODAY + timedelta(days=away))
NOTES = st.fixed_dictionaries(
    {
        "happened_on": DAYS,
        "initiator": st.sampled_from(Party),
        "minutes": st.none() | st.integers(0, 60),
        "tone": st.sampled_from(Tone),
        "counts_contact": st.just(value=True),
        "counts_one_to_one": st.booleans(),
    }
) | DAYS.map(lambda day: {"happened_on": day, **TRIED})
CASELOADS = st.lists(st.tuples(st.lists(NOTES, max_size=8), st.none() | DAYS), max_size=6)


@given(CASELOADS, st.sampled_from([FALL, Calendar()]))
def test_for_any_caseload_the_counts_agree(caseload, calendar):
    owners = [owner(number, *notes, joined_on=joined) for number, (notes, joined) in enumerate(caseload, 1)]
    told = time_given(owners, calendar, TODAY)
    first = calendar.term_at(TODAY).starts_on
    assert sorted(one.student_id for one in told.students) == [one.student.id for one in owners]
    by_id = {one.student.id: one for one in owners}
    for one in told.students:
        of_term = [note for note in by_id[one.student_id].check_ins if first <= note.happened_on <= TODAY]
        assert one.contacts + one.attempts == len(of_term)
        assert one.by_advisor + one.by_student + one.by_others == one.contacts >= one.one_to_ones
        assert told.since <= one.since <= max([TODAY, *(note.happened_on for note in of_term)])
        assert (one.timed == 0) <= (one.minutes == 0)
    assert all(sum(week.counts) <= len(owners) for week in told.weeks)
    assert sum(week.counts[0] + week.counts[1] for week in told.weeks) <= sum(one.contacts for one in told.students)
    mondays = [week.monday for week in told.weeks]
    assert mondays == sorted(set(mondays))
    rates = [(one.one_to_ones / max(1, one.school_days)) for one in told.students]
    assert rates == sorted(rates)
