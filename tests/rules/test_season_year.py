"""A year with a season in it, lived through: the others are not forgotten, and who defends is seen four times and more."""

import math

import pytest
from bench.advisory_year import bound
from bench.season_year import SEASONS, VISITS, SeasonAdvisor, live, table, talks

from advisory.rules.season.last_weeks import TALKS

QUICK = 2
WITH_ROOM = ((12, 4, 5), (12, 12, 15), (20, 5, 5), (20, 20, 60))
"""Where four each fit in beside promises, reviews and the one in three: see the table."""


def hold(students: int, years: list[SeasonAdvisor]) -> None:
    """Nobody waits longer than 1.5 times the optimum outside the season, and twice in it."""
    optimum = math.ceil(students / VISITS)
    for year in years:
        assert max(year.gaps_out) <= bound(students)
        assert max(year.gaps_in) <= 2 * optimum
        assert year.outcome.behind == 0


@pytest.mark.parametrize(("students", "defending", "spread"), SEASONS)
def test_a_few_years_hold_the_bounds(students, defending, spread):
    years = [live(students, defending, spread, seed) for seed in range(QUICK)]
    hold(students, years)
    if (students, defending, spread) in WITH_ROOM:
        assert min(count for year in years for count in talks(year)) >= TALKS


@pytest.mark.slow
@pytest.mark.parametrize(("students", "defending", "spread"), SEASONS)
def test_every_year_holds_the_bounds(students, defending, spread):
    hold(students, [live(students, defending, spread, seed) for seed in range(QUICK, 50)])


def test_where_there_is_no_room_for_four_each_nobody_is_left_out():
    assert 20 * TALKS > VISITS * 24
    assert min(talks(live(20, 20, 10, 0))) >= TALKS // 2


def test_the_table_has_a_line_for_each_season():
    assert len(list(table(1))) == 2 + len(SEASONS)
