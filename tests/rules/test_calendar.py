"""School days: inside a term, minus weekends, no-school days and the student's own leave."""

from datetime import date, timedelta

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import make

from advisory.model import Leave, NoSchoolDay, Term
from advisory.rules.days.school_days import Calendar, Span, school_year
from advisory.rules.days.term_words import SUMMER, uncovered_words
from advisory.rules.days.uncovered import uncovered_spans

FIRST, LAST = date(2026, 8, 1), date(2026, 12, 31)
DAYS = st.dates(FIRST, LAST)
SPANS = st.tuples(DAYS, st.integers(0, 40)).map(lambda span: (span[0], span[0] + timedelta(days=span[1])))
PUPILS = ("", "s0000001", "s0000002")
TERMS = st.lists(SPANS, max_size=3)
CLOSED = st.lists(st.tuples(SPANS, st.sampled_from(PUPILS)), max_size=5)
FEW = settings(max_examples=some(60), deadline=None)


def calendar_of(terms, closed) -> Calendar:
    return Calendar(
        [make(Term, starts_on=first, ends_on=last) for first, last in terms],
        [make(NoSchoolDay, starts_on=first, ends_on=last) for (first, last), pupil in closed if not pupil],
        [make(Leave, starts_on=first, ends_on=last, student=pupil) for (first, last), pupil in closed if pupil],
    )


def counts(day, terms) -> bool:
    """Whether a day counts where there are terms, said once more and without any spans, for terms within one school year."""
    if not terms:
        return day.month not in {7, 8}
    if any(first <= day <= last for first, last in terms):
        return True
    before = [last for _, last in terms if last < day]
    after = [first for first, _ in terms if first > day]
    if not before:
        return min(after).month >= 10 and min(after) > date(2026, 9, 30) and day >= date(2026, 9, 1)
    if not after:
        return max(before) < date(2027, 5, 1) and day <= date(2027, 6, 30)
    return (min(after) - max(before)).days - 1 > 42


def is_school(day, terms, closed, pupil) -> bool:
    """DESIGN §5, word for word."""
    is_off = any(first <= day <= last and whose in {"", pupil} for (first, last), whose in closed)
    return counts(day, terms) and day.weekday() < 5 and not is_off


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
    assert calendar.days_between(monday, monday + timedelta(weeks=520)) == 2600 - sum(
        date(year, month, day).weekday() < 5 for year in range(2027, 2037) for month in (7, 8) for day in range(1, 32)
    )


AUTUMN, SPRING = (date(2026, 8, 31), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 6, 11))


def test_the_summer_and_a_break_between_two_terms_do_not_count():
    calendar = calendar_of([AUTUMN, SPRING], [])
    assert calendar.days_between(date(2026, 8, 1), date(2026, 8, 30)) == 0
    assert calendar.days_between(date(2026, 12, 18), date(2027, 1, 3)) == 0
    assert calendar.days_between(date(2027, 6, 11), date(2027, 7, 31)) == 0


@each_row(
    ("terms", "after", "until", "days"),
    [
        ([AUTUMN], date(2027, 2, 10), date(2027, 3, 10), 20),
        ([AUTUMN], date(2026, 12, 18), date(2026, 12, 25), 5),
        ([AUTUMN], date(2027, 6, 28), date(2027, 7, 31), 2),
        ([AUTUMN], date(2026, 8, 1), date(2026, 8, 30), 0),
        ([SPRING], date(2026, 10, 5), date(2026, 10, 20), 11),
        ([SPRING], date(2026, 8, 3), date(2026, 8, 31), 0),
        ([AUTUMN, (date(2027, 4, 12), date(2027, 7, 20))], date(2027, 2, 10), date(2027, 3, 10), 20),
        ([AUTUMN, SPRING], date(2027, 9, 1), date(2027, 9, 15), 10),
        ([AUTUMN, SPRING], date(2026, 2, 10), date(2026, 3, 10), 20),
        ([(date(2025, 9, 1), date(2026, 6, 12)), (date(2027, 9, 1), date(2028, 6, 9))], date(2027, 2, 10), date(2027, 3, 10), 20),
    ],
)  # fmt: skip
def test_where_a_term_is_missing_monday_to_friday_count(terms, after, until, days):
    assert calendar_of(terms, []).days_between(after, until) == days
    for first, last in terms:
        shut = Calendar(
            [make(Term, starts_on=first, ends_on=last) for first, last in terms],
            [make(NoSchoolDay, starts_on=after, ends_on=until)],
        )
        assert shut.days_between(after, until) == 0


@FEW
@given(
    st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2029, 12, 31)), st.integers(10, 130)), max_size=4),
    st.integers(2025, 2029),
)
def test_no_age_grows_in_the_summer_and_it_is_said_on_each_of_its_days(begun, year):
    calendar = calendar_of([(first, first + timedelta(days=days)) for first, days in begun], [])
    first = date(year, 7, 1)
    for day in (first + timedelta(days=away) for away in range(62)):
        if not calendar.is_in_term(day) and not calendar.is_between_terms(day) and not calendar.lacks_term(day):
            assert not calendar.is_school_day(day)
            assert uncovered_words(calendar, day) == SUMMER
    if not begun:
        assert calendar.days_between(first - timedelta(days=1), date(year, 8, 31)) == 0


LONG = st.dates(date(2025, 1, 1), date(2029, 12, 31))
TERMS_OF_YEARS = st.lists(st.tuples(LONG, st.integers(10, 130)), max_size=6).map(
    lambda begun: [(first, first + timedelta(days=days)) for first, days in begun]
)


@FEW
@given(TERMS_OF_YEARS, LONG, st.integers(0, 400), st.integers(0, 30))
def test_an_age_never_shrinks_and_is_never_nothing_after_a_school_day(terms, since, days, more):
    """A school day: a Monday to Friday in a term, or where terms are missing between September and the end of June."""
    calendar, today = calendar_of(terms, []), since + timedelta(days=days)
    age = calendar.days_between(since, today)
    assert age <= calendar.days_between(since, today + timedelta(days=more))
    passed = [since + timedelta(days=away) for away in range(1, days + 1)]
    if any(calendar.is_in_term(day) and day.weekday() < 5 for day in passed):
        assert age > 0
    if any(calendar.lacks_term(day) and day.weekday() < 5 for day in passed):
        assert age > 0


@FEW
@given(TERMS_OF_YEARS, LONG)
def test_whenever_no_day_counts_for_longer_than_a_break_it_is_said(terms, day):
    calendar = calendar_of(terms, [])
    silent = calendar.days_between(day - timedelta(days=30), day + timedelta(days=30)) == 0
    assert not silent or uncovered_words(calendar, day) == SUMMER


@each_row(
    ("terms", "today", "says"),
    [
        ([], date(2027, 3, 10), ""),
        ([], date(2027, 7, 14), SUMMER),
        ([], date(2027, 8, 31), SUMMER),
        ([], date(2027, 9, 1), ""),
        ([AUTUMN, SPRING], date(2027, 6, 14), SUMMER),
        ([AUTUMN, SPRING], date(2027, 8, 20), SUMMER),
        ([AUTUMN], date(2026, 12, 18), ""),
        ([AUTUMN], date(2027, 3, 10), "No term covers today, so Monday to Friday count."),
        ([AUTUMN], date(2027, 3, 13), "No term covers today, so Monday to Friday count."),
        ([AUTUMN], date(2027, 7, 14), SUMMER),
        ([AUTUMN], date(2027, 9, 14), "No term covers today, so Monday to Friday count."),
        ([AUTUMN], date(2026, 8, 14), SUMMER),
        ([AUTUMN, SPRING], date(2026, 12, 25), ""),
        ([SPRING], date(2026, 10, 20), "No term covers today, so Monday to Friday count."),
        ([SPRING], date(2026, 5, 20), "No term covers today, so Monday to Friday count."),
    ],
)
def test_it_is_said_when_no_term_covers_today(terms, today, says):
    assert uncovered_words(calendar_of(terms, []), today) == says


def test_leave_on_a_day_without_school_is_not_taken_off_twice():
    thanksgiving = (date(2026, 11, 26), date(2026, 11, 29))
    calendar = calendar_of([], [(thanksgiving, ""), (thanksgiving, "s0000001")])
    assert calendar.days_between(date(2026, 11, 20), date(2026, 11, 30), "s0000001") == 4


@each_row(("day", "year"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 6, 30), 2026)])
def test_a_school_year_begins_in_august(day, year):
    assert school_year(day) == year


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


def test_in_a_year_without_terms_between_two_with_some_it_is_the_school_year_too():
    calendar = calendar_of([AUTUMN, (date(2028, 8, 28), date(2028, 12, 15))], [])
    assert calendar.term_at(date(2027, 10, 5)) == Span(date(2027, 8, 1), date(2028, 7, 31))


def test_without_terms_the_term_is_the_school_year():
    assert Calendar().term_at(date(2028, 2, 29)) == Span(date(2027, 8, 1), date(2028, 7, 31))


def test_six_weeks_between_two_terms_are_a_break_and_a_day_more_counts():
    begun, ended = date(2026, 9, 1), date(2026, 12, 1)
    for days, counted in ((42, []), (43, [Span(date(2026, 12, 2), date(2027, 1, 13))])):
        again = ended + timedelta(days=days + 1)
        assert list(uncovered_spans([Span(begun, ended), Span(again, date(2027, 6, 1))])) == counted


def test_leaves_are_looked_up_once_and_again_for_those_whose_may_have_changed():
    one, other, day = "s0000001", "s0000002", date(2026, 11, 23)
    leaves, asked = {one: [Span(day, day)], other: [Span(day, day)]}, []
    calendar = Calendar().with_leaves_of(lambda student: (asked.append(student), leaves[student])[1])

    def away(calendar: Calendar) -> list[bool]:
        return [calendar.is_away(student, day) for student in (one, other, one, other)]

    assert (away(calendar), asked) == ([True] * 4, [one, other])
    leaves.update({one: [], other: []})
    assert (away(calendar.without_leaves_of([one])), asked) == ([False, True] * 2, [one, other, one])
    assert (away(calendar), asked) == ([True] * 4, [one, other, one])
