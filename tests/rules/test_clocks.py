"""The words of the two clocks, at their boundaries: seen, due, waiting on you, not yet this term."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given
from hypothesis import strategies as st
from record_case import TODAY, make

from advisory.model import Term
from advisory.rules.days.clocks import ClockWord, derive_clock
from advisory.rules.days.school_days import Calendar

LONG_AGO = date(2026, 8, 3)


def days_ago(school_days: int) -> date:
    """The latest day that lies so many school days back, on a calendar of Mondays to Fridays."""
    day, calendar = TODAY, Calendar()
    while calendar.days_between(day, TODAY) < school_days:
        day -= timedelta(days=1)
    return day


@each_row(
    ("interval", "age", "word"),
    [
        (10, 0, "seen"),
        (10, 10, "seen"),
        (10, 11, "due"),
        (10, 15, "due"),
        (10, 16, "waiting on you"),
        (5, 5, "seen"),
        (5, 6, "due"),
        (5, 7, "due"),
        (5, 8, "waiting on you"),
        (1, 1, "seen"),
        (1, 2, "waiting on you"),
    ],
)
def test_the_word_turns_after_the_interval_and_after_one_and_a_half(interval, age, word):
    clock = derive_clock(days_ago(age), interval, Calendar(), TODAY)
    assert (clock.age, clock.word.label) == (age, word)


def test_nobody_seen_at_all_is_not_yet_this_term():
    clock = derive_clock(None, 10, Calendar(), TODAY)
    assert (clock.last_on, clock.age, clock.word.label) == (None, None, "not yet this term")


@each_row(("last_on", "word"), [(date(2026, 11, 15), "not yet this term"), (date(2026, 11, 16), "seen")])
def test_before_the_term_is_not_yet_this_term_and_the_age_is_told_all_the_same(last_on, word):
    calendar = Calendar([make(Term, starts_on=date(2026, 11, 16), ends_on=date(2026, 12, 18))])
    clock = derive_clock(last_on, 10, calendar, TODAY)
    assert (clock.last_on, clock.age, clock.word.label) == (last_on, 5 if word == "seen" else 6, word)


@given(st.dates(LONG_AGO, TODAY), st.dates(LONG_AGO, TODAY), st.integers(1, 40))
def test_the_later_contact_never_has_the_more_urgent_word(one, other, interval):
    order = [ClockWord.SEEN, ClockWord.DUE, ClockWord.WAITING]
    earlier, later = (derive_clock(day, interval, Calendar(), TODAY) for day in sorted((one, other)))
    assert order.index(later.word) <= order.index(earlier.word)
    assert later.age <= earlier.age
