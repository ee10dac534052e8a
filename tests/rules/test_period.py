"""The period of the moment, what is left of it, and when the next one is."""

from datetime import UTC, date, datetime, time, timedelta

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import make

from advisory.model import MeetingPattern, NoSchoolDay, Term
from advisory.rules.days.period import HORIZON, minutes_left, next_period_on, period_at
from advisory.rules.days.school_days import Calendar

MONDAY = date(2026, 11, 23)
LATE = make(MeetingPattern, 1, weekdays=(0, 2), starts=time(9, 40), ends=time(10, 10))
FRIDAY = make(MeetingPattern, 2, weekdays=(4,), starts=time(13), ends=time(13, 30))
PATTERNS = (LATE, FRIDAY)
FEW = settings(max_examples=some(60), deadline=None)
DAYS = st.dates(date(2026, 7, 1), date(2027, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 120)).map(lambda span: (span[0], span[0] + timedelta(days=span[1])))
WEEKDAYS = st.lists(st.integers(0, 6), max_size=4).map(tuple)


def at(day: date, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - wall time


def closed(*days: date) -> Calendar:
    return Calendar((), [make(NoSchoolDay, n, starts_on=day, ends_on=day) for n, day in enumerate(days, 1)])


@each_row(
    ("when", "held"),
    [
        (at(MONDAY, 9, 39, 59), None),
        (at(MONDAY, 9, 40), LATE),
        (at(MONDAY, 10, 9, 59), LATE),
        (at(MONDAY, 10, 10), None),
        (at(date(2026, 11, 24), 9, 50), None),
        (at(date(2026, 11, 25), 9, 50), LATE),
        (at(date(2026, 11, 27), 13, 29), FRIDAY),
    ],
)
def test_a_period_is_held_from_its_first_minute_to_before_its_end(when, held):
    assert period_at(PATTERNS, Calendar(), when) is held


def test_none_is_held_on_a_day_without_school():
    assert period_at(PATTERNS, closed(MONDAY), at(MONDAY, 9, 50)) is None
    saturdays = make(MeetingPattern, weekdays=(5,), starts=time(9), ends=time(10))
    assert period_at([saturdays], Calendar(), at(date(2026, 11, 28), 9, 30)) is None


def test_of_two_at_once_the_later_begun_is_held():
    short = make(MeetingPattern, 3, weekdays=(0,), starts=time(10), ends=time(10, 5))
    assert period_at([short, LATE], Calendar(), at(MONDAY, 10, 2)) is short
    assert period_at([short, LATE], Calendar(), at(MONDAY, 10, 7)) is LATE


@each_row(
    ("when", "left"),
    [
        (at(MONDAY, 9, 40), 30),
        (at(MONDAY, 9, 40, 1), 30),
        (at(MONDAY, 9, 41), 29),
        (at(MONDAY, 10, 9, 59), 1),
        (at(MONDAY, 10, 10), 0),
        (at(MONDAY, 10, 11), 0),
    ],
)
def test_what_is_left_is_rounded_up_to_whole_minutes(when, left):
    assert minutes_left(LATE, when) == left


def test_the_time_zone_of_the_moment_is_the_schools():
    assert minutes_left(LATE, datetime(2026, 11, 23, 10, 0, 0, 1, tzinfo=UTC)) == 10


@FEW
@given(st.times(), st.times(), st.times())
def test_minutes_left_never_grow_and_never_fall_below_none(one, other, ends):
    pattern = make(MeetingPattern, starts=time(0), ends=max(ends, time(0, 1)))
    earlier, later = (minutes_left(pattern, datetime.combine(MONDAY, wall)) for wall in sorted((one, other)))
    assert earlier >= later >= 0


@each_row(
    ("after", "day"),
    [
        (date(2026, 11, 22), MONDAY),
        (MONDAY, date(2026, 11, 25)),
        (date(2026, 11, 25), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 11, 30)),
    ],
)
def test_the_next_period_is_on_the_next_of_the_patterns_weekdays(after, day):
    assert next_period_on(PATTERNS, Calendar(), after) == day


def test_a_day_without_school_is_passed_over():
    assert next_period_on(PATTERNS, closed(date(2026, 11, 25), date(2026, 11, 27)), MONDAY) == date(2026, 11, 30)


def test_without_a_pattern_that_meets_it_is_the_next_school_day():
    never = make(MeetingPattern, weekdays=(5, 6))
    for patterns in ((), (never,), (make(MeetingPattern, weekdays=()),)):
        assert next_period_on(patterns, closed(date(2026, 11, 24)), MONDAY) == date(2026, 11, 25)


def test_without_any_school_in_a_year_it_is_the_day_after():
    shut = Calendar([], [make(NoSchoolDay, starts_on=MONDAY, ends_on=date(2028, 1, 1))])
    assert next_period_on(PATTERNS, shut, MONDAY) == date(2026, 11, 24)
    assert next_period_on(PATTERNS, shut, date.max) == date.max


@FEW
@given(st.lists(SPANS, max_size=3), st.lists(SPANS, max_size=4), st.lists(WEEKDAYS, max_size=3), DAYS)
def test_the_next_period_is_the_first_that_can_be(terms, off, weekdays, after):
    calendar = Calendar(
        [make(Term, n, starts_on=first, ends_on=last) for n, (first, last) in enumerate(terms, 1)],
        [make(NoSchoolDay, n, starts_on=first, ends_on=last) for n, (first, last) in enumerate(off, 1)],
    )
    patterns = [make(MeetingPattern, n, weekdays=days) for n, days in enumerate(weekdays, 1)]
    day = next_period_on(patterns, calendar, after)
    ahead = [after + timedelta(days=away) for away in range(1, HORIZON + 1)]
    school = [each for each in ahead if calendar.is_school_day(each)]
    meets = [each for each in school if any(each.weekday() in days for days in weekdays)]
    assert day == (meets or school or ahead)[0]
