"""School days: inside a term, minus weekends, no-school days and the student's own leave."""

from datetime import date, timedelta

from each_row import each_row
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import make

from advisory.model import Leave, NoSchoolDay, Term
from advisory.rules.days.school_days import Calendar, Span, school_year

FIRST, LAST = date(2026, 8, 1), date(2026, 12, 31)
DAYS = st.dates(FIRST, LAST)
SPANS = st.tuples(DAYS, st.integers(0, 40)).map(lambda span: (span[0], span[0] + timedelta(days=span[1])))
PUPILS = ("", "s0000001", "s0000002")
TERMS = st.lists(SPANS, max_size=3)
CLOSED = st.lists(st.tuples(SPANS, st.sampled_from(PUPILS)), max_size=5)
FEW = settings(max_examples=60, deadline=None)


def calendar_of(terms, closed) -> Calendar:
    return Calendar(
        [make(Term, starts_on=first, ends_on=last) for first, last in terms],
        [make(NoSchoolDay, starts_on=first, ends_on=last) for (first, last), pupil in closed if not pupil],
        [make(Leave, starts_on=first, ends_on=last, student=pupil) for (first, last), pupil in closed if pupil],
    )


def is_school(day, terms, closed, pupil) -> bool:
    """DESIGN §5, word for word."""
    in_term = not terms or any(first <= day <= last for first, last in terms)
    is_off = any(first <= day <= last and whose in {"", pupil} for (first, last), whose in closed)
    return in_term and day.weekday() < 5 and not is_off


@FEW
@given(TERMS, CLOSED, st.sampled_from(PUPILS), DAYS, DAYS)
def test_the_count_is_that_of_looking_at_each_day(terms, closed, pupil, after, until):
    days = (after + timedelta(days=away) for away in range(1, (until - after).days + 1))
    counted = sum(is_school(day, terms, closed, pupil) for day in days)
    assert calendar_of(terms, closed).days_between(after, until, pupil) == counted


@FEW
@given(TERMS, CLOSED, st.sampled_from(PUPILS), DAYS)
def test_a_day_is_a_school_day_or_not(terms, closed, pupil, day):
    assert calendar_of(terms, closed).is_school_day(day, pupil) == is_school(day, terms, closed, pupil)


@FEW
@given(TERMS, CLOSED, st.sampled_from(PUPILS), st.lists(DAYS, min_size=3, max_size=3).map(sorted))
def test_two_spans_side_by_side_add_up(terms, closed, pupil, days):
    calendar, (first, middle, last) = calendar_of(terms, closed), days
    whole = calendar.days_between(first, last, pupil)
    assert whole == calendar.days_between(first, middle, pupil) + calendar.days_between(middle, last, pupil)
    assert 0 <= whole <= (last - first).days
    assert calendar.days_between(last, first, pupil) == 0


@FEW
@given(TERMS, CLOSED, DAYS, DAYS)
def test_somebody_elses_leave_is_nothing_to_the_others(terms, closed, after, until):
    without = [(span, pupil) for span, pupil in closed if pupil != "s0000002"]
    count = calendar_of(terms, closed).days_between(after, until, "s0000001")
    assert count == calendar_of(terms, without).days_between(after, until, "s0000001")


@FEW
@given(CLOSED, st.sampled_from(PUPILS[1:]), DAYS)
def test_a_student_is_away_on_the_days_of_their_own_leave(closed, pupil, day):
    is_away = any(first <= day <= last and whose == pupil for (first, last), whose in closed)
    assert calendar_of([], closed).is_away(pupil, day) == is_away


def test_nobody_is_away_on_a_day_without_school():
    calendar = calendar_of([], [((date(2026, 11, 26), date(2026, 11, 27)), "")])
    assert not calendar.is_away("s0000001", date(2026, 11, 26))


def test_without_terms_monday_to_friday_count():
    calendar, monday = Calendar(), date(2026, 11, 23)
    assert [calendar.is_school_day(monday + timedelta(days=away)) for away in range(7)] == [True] * 5 + [False] * 2
    assert calendar.days_between(monday, monday + timedelta(weeks=520)) == 2600


def test_days_outside_every_term_do_not_count():
    calendar = calendar_of([(date(2026, 9, 1), date(2026, 9, 4)), (date(2026, 9, 14), date(2026, 9, 15))], [])
    assert calendar.days_between(date(2026, 8, 1), date(2026, 12, 1)) == 6


def test_leave_on_a_day_without_school_is_not_taken_off_twice():
    thanksgiving = (date(2026, 11, 26), date(2026, 11, 29))
    calendar = calendar_of([], [(thanksgiving, ""), (thanksgiving, "s0000001")])
    assert calendar.days_between(date(2026, 11, 20), date(2026, 11, 30), "s0000001") == 4


@each_row(("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 6, 30), 2026)])
def test_a_school_year_begins_in_august(day, year):
    assert school_year(day) == year


AUTUMN, SPRING = (date(2026, 8, 31), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 6, 11))


@each_row(
    ("day", "term"),
    [
        (date(2026, 8, 31), AUTUMN),
        (date(2026, 12, 18), AUTUMN),
        (date(2026, 12, 25), AUTUMN),
        (date(2027, 1, 4), SPRING),
        (date(2027, 7, 1), SPRING),
        (date(2026, 8, 30), (date(2026, 8, 1), date(2027, 7, 31))),
    ],
)
def test_a_days_term_is_the_last_one_begun_and_before_the_first_the_school_year(day, term):
    assert calendar_of([SPRING, AUTUMN], []).term_at(day) == Span(*term)


def test_without_terms_the_term_is_the_school_year():
    assert Calendar().term_at(date(2028, 2, 29)) == Span(date(2027, 8, 1), date(2028, 7, 31))
