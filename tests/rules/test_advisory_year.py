"""Years of who-next, lived through: nobody waits beyond the bound of issue 4, and no promise behind a routine visit."""

from datetime import timedelta
from itertools import pairwise
from random import Random

import pytest
from bench.advisory_year import PERIODS_A_WEEK, SEEDS, SIZES, bound, gini, live, percentile
from bench.rounds_and_plans import live_with_plans
from bench.school_year import SCHOOL_DAYS, VISITS, Rates, SchoolYear
from each_row import each_row
from record_case import make

from advisory.model import Leave
from advisory.rules.days.school_days import Calendar

QUICK = 3
every_pattern = pytest.mark.parametrize("periods_a_week", PERIODS_A_WEEK)
every_size = pytest.mark.parametrize("students", SIZES)


def hold(students: int, periods_a_week: int, seeds: range) -> None:
    """Each year by itself; and that there was something to keep waiting, and it was not."""
    years = [live(students, periods_a_week, seed) for seed in seeds]
    assert [seed for seed, year in zip(seeds, years, strict=True) if max(year.gaps) > bound(students)] == []
    assert [seed for seed, year in zip(seeds, years, strict=True) if year.behind] == []
    assert sum(year.asked_for for year in years) > 0.1 * sum(year.visits.total() for year in years)
    assert sum(year.on_time for year in years) > 20 * sum(year.late for year in years)


@every_size
@every_pattern
def test_a_few_years_hold_the_bound(students, periods_a_week):
    hold(students, periods_a_week, range(QUICK))


@pytest.mark.slow
@every_size
@every_pattern
def test_every_year_holds_the_bound(students, periods_a_week):
    hold(students, periods_a_week, range(QUICK, SEEDS))


@pytest.mark.parametrize("order", ["remaining / completed", "down the table, round and round", "oldest first"])
def test_the_other_orders_let_promises_wait(order):
    assert live(20, 5, 0, order).behind > 50


def test_a_table_without_a_memory_forgets_most_students():
    year = live(20, 5, 0, "the table from the top")
    assert max(year.gaps) > 100
    assert gini(year.visits.values()) > 0.7


def test_when_more_is_asked_for_promises_still_never_wait_behind_routine():
    year = live(20, 3, 0, rates=Rates(load=8))
    assert year.behind == 0
    assert max(year.gaps) > bound(20)


@each_row(("students", "periods_a_week"), [(12, 5), (20, 3), (25, 5)])
def test_with_rounds_and_plans_the_bounds_hold_as_before(students, periods_a_week):
    year, last = live_with_plans(students, periods_a_week, 0, 0.5)
    assert max(year.gaps) <= bound(students)
    assert year.behind == 0
    assert year.kept > 0.8 * year.planned > 20
    lengths = [one.school_days for one in last.earlier]
    at_best = students / VISITS * 5 / periods_a_week
    assert 0.8 * at_best < sum(lengths) / len(lengths) < 1.5 * at_best
    assert all(before.until <= after.since for before, after in pairwise(last.earlier))


def test_who_was_away_is_counted_as_a_calendar_with_leaves_counts():
    year, chance = SchoolYear(12, 3, 5, Rates()), Random(1)
    away = [(student, day) for student in year.students for day in year.days if year.is_away(student, day)]
    leaves = [make(Leave, number, student=s, starts_on=d, ends_on=d) for number, (s, d) in enumerate(away, 1)]
    calendar = Calendar(leaves=leaves)
    assert len(leaves) > 50
    for _ in range(300):
        first, last = sorted(chance.choices(year.days, k=2))
        student = chance.choice(year.students)
        assert year.days_between(first, last, student) == calendar.days_between(first, last, student)
        assert year.is_away(student, last) == calendar.is_away(student, last)


def test_a_year_has_its_periods_and_its_absences():
    for periods_a_week in PERIODS_A_WEEK:
        year = SchoolYear(40, periods_a_week, 1, Rates())
        assert len(year.days) == SCHOOL_DAYS
        assert year.days[-1] - year.days[0] == timedelta(weeks=36, days=-3)
        assert sum(year.meets) == SCHOOL_DAYS * periods_a_week // 5
        absences = sum(year.is_away(student, day) for student in year.students for day in year.days)
        assert 0.07 < absences / (40 * sum(year.meets)) < 0.09


def test_the_same_numbers_tell_the_same_year():
    assert live(12, 3, 7) == live(12, 3, 7) != live(12, 3, 8)


@each_row(("counts", "spread"), [([3, 3, 3], 0), ([0, 0, 0, 8], 0.75), ([1, 3], 0.25)])
def test_the_spread_is_gini_s(counts, spread):
    assert gini(counts) == pytest.approx(spread)


def test_the_percentile_is_the_least_that_so_many_do_not_exceed():
    gaps = live(12, 3, 0).gaps
    for share in (0.5, 0.95, 1):
        found = percentile(gaps, share)
        assert sum(count for gap, count in gaps.items() if gap <= found) >= share * gaps.total()
        assert sum(count for gap, count in gaps.items() if gap < found) < share * gaps.total()
