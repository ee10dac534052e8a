"""How long the quiet ones were passed over, told from the end of the log alone."""

import math
from datetime import date, timedelta

from each_row import each_row
from examples import some
from hypothesis import given, settings
from hypothesis import strategies as st
from record_case import make

from advisory.model import Leave
from advisory.rules.days.school_days import Calendar
from advisory.rules.next.passed_over import LastSeen, Visit, passed_over

MONDAY = date(2026, 11, 16)
PUPILS = ("s0000001", "s0000002", "s0000003", "s0000004")
MAYA, JUN, KAI, AMINA = PUPILS


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def seen(**days: int | None) -> dict[str, LastSeen]:
    """When each was last seen, by a one-to-one."""
    known = {"maya": MAYA, "jun": JUN, "kai": KAI}
    return {known[name]: LastSeen(*[None if on is None else day(on)] * 2) for name, on in days.items()}


def visit(student_id: str, on: int, before_on: int | None) -> Visit:
    return Visit(student_id, day(on), None if before_on is None else day(before_on))


@each_row(
    ("latest", "last_seen", "passed"),
    [
        ([], seen(maya=None, jun=None), 0),
        ([visit(MAYA, 3, 0)], seen(maya=3, jun=1), 0),
        ([visit(MAYA, 3, 0)], seen(maya=3, jun=0), 0),
        ([visit(MAYA, 3, 1)], seen(maya=3, jun=0), 1),
        ([visit(MAYA, 3, None)], seen(maya=3, jun=None), 0),
        ([visit(MAYA, 3, 0)], seen(maya=3, jun=None), 1),
        ([visit(MAYA, 3, 1), visit(KAI, 2, 0)], seen(maya=3, jun=0, kai=2), 1),
        ([visit(MAYA, 3, 1), visit(KAI, 2, 1)], seen(maya=3, jun=0, kai=2), 2),
        ([visit(MAYA, 3, 2), visit(MAYA, 2, 1)], seen(maya=3, jun=0), 2),
        ([visit(KAI, 3, 1), visit(MAYA, 3, 0)], seen(maya=3, kai=3, jun=2), 0),
        ([visit(MAYA, 3, 2), visit(KAI, 3, 1), visit(JUN, 3, 0)], seen(maya=3, jun=3, kai=3), 0),
    ],
)
def test_the_latest_visits_are_compared_with_who_had_then_waited_longest(latest, last_seen, passed):
    assert passed_over(latest, last_seen, Calendar()) == passed


def test_no_more_than_two_are_looked_at():
    latest = [visit(MAYA, on, on - 1) for on in (4, 3, 2, 1)]
    assert passed_over(latest, seen(maya=4, jun=-3), Calendar()) == 2


def test_who_was_away_that_day_could_not_have_been_next():
    away = make(Leave, student=JUN, starts_on=day(3), ends_on=day(3))
    assert passed_over([visit(MAYA, 3, 1)], seen(maya=3, jun=0), Calendar(leaves=[away])) == 0


def test_days_of_leave_do_not_make_anybody_wait_longer():
    away = make(Leave, student=JUN, starts_on=day(1), ends_on=day(2))
    assert passed_over([visit(MAYA, 3, 1)], seen(maya=3, jun=0), Calendar(leaves=[away])) == 0


def test_who_was_seen_that_day_in_another_way_could_not_have_been_next():
    touched = {**seen(maya=3), JUN: LastSeen(day(0), day(3))}
    assert passed_over([visit(MAYA, 3, 1)], touched, Calendar()) == 0
    assert passed_over([visit(MAYA, 3, 1)], touched | {JUN: LastSeen(day(0), day(2))}, Calendar()) == 1


DAYS = st.lists(st.tuples(st.sets(st.sampled_from(PUPILS)), st.permutations(PUPILS)), max_size=12)
"""Of each day: who is away, and in which order the others are seen; the first two of them are."""


@settings(max_examples=some(80), deadline=None)
@given(DAYS, st.integers(0, 2))
def test_it_is_what_somebody_would_say_who_kept_count(days, visits_a_day):
    leaves = [make(Leave, student=one, starts_on=day(on), ends_on=day(on)) for on, (away, _) in enumerate(days)
              for one in away]  # fmt: skip
    calendar = Calendar(leaves=leaves)
    last_on: dict[str, date | None] = dict.fromkeys(PUPILS)
    latest: list[Visit] = []
    counted = 0
    for on, (away, wanted) in enumerate(days):
        here = [one for one in wanted if one not in away]
        for one in here[:visits_a_day]:
            ages = {
                other: math.inf if last is None else calendar.days_between(last, day(on), other)
                for other, last in last_on.items()
                if other in here
            }
            counted = 0 if ages[one] == max(ages.values()) else counted + 1
            latest.insert(0, Visit(one, day(on), last_on[one]))
            last_on[one] = day(on)
        last_seen = {one: LastSeen(last, last) for one, last in last_on.items()}
        assert passed_over(latest, last_seen, calendar) == min(counted, 2)
