"""Years of advisory periods under each order, as one table: `python -m tests.bench.advisory_year [--seeds 200] [--load 1]`.

180 school days, a period on three or five days a week, three one-to-ones a period, 8 % away each day (issue 4).

The bound holds for the 200 seeds of each line at the usual load; of 6,400 further years 4 go beyond it, by a period. It
is a matter of the load: what is due goes first, and two thirds of the visits may go to the same few. At 1.5 times the
load 9 years of 1,600 go beyond it, at twice the load 118. Breaking ties otherwise does not change that.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .period_order import ORDERS
from .school_year import VISITS, Rates, SchoolYear
from .year_seen import Advisor, Outcome

SIZES = (12, 20, 25, 40)
PERIODS_A_WEEK = (3, 5)
SEEDS = 200
OURS = "who next"
HEADER = (
    "students", "periods a week", "order", "longest gap", "bound", "years beyond it", "95th percentile", "Gini",
    "promises on time", "visits asked for", "routine visits before a promise due",
)  # fmt: skip
USUAL = Rates()


def bound(students: int) -> float:
    """Nobody waits longer, in periods they attended."""
    return 1.5 * math.ceil(students / VISITS)


def live(students: int, periods_a_week: int, seed: int, order: str = OURS, rates: Rates = USUAL) -> Outcome:
    """One year of one caseload under one order; the same numbers tell the same year."""
    year = SchoolYear(students, periods_a_week, seed, rates)
    return Advisor(year, ORDERS[order](year), seed, rates).live()


def gini(counts: Iterable[int]) -> float:
    """0 when everybody had as many one-to-ones, towards 1 when one student had them all."""
    ordered = sorted(counts)
    weighted = sum(number * count for number, count in enumerate(ordered, 1))
    return 2 * weighted / (len(ordered) * sum(ordered)) - (len(ordered) + 1) / len(ordered)


def percentile(gaps: Counter[int], share: float) -> int:
    """The least gap that so great a share of all gaps do not exceed."""
    return sorted(gaps.elements())[math.ceil(share * gaps.total()) - 1]


def row(students: int, periods_a_week: int, order: str, years: Sequence[Outcome]) -> str:
    """One line of the table: the longest of all years, the percentile of all gaps, and the means of the rest."""
    gaps = sum((year.gaps for year in years), Counter())
    visits = sum(year.visits.total() for year in years)
    on_time, late = sum(year.on_time for year in years), sum(year.late for year in years)
    cells = (
        students, periods_a_week, order, max(gaps), f"{bound(students):g}",
        sum(max(year.gaps) > bound(students) for year in years), percentile(gaps, 0.95),
        f"{sum(gini(year.visits.values()) for year in years) / len(years):.2f}", f"{on_time / (on_time + late):.1%}",
        f"{sum(year.asked_for for year in years) / visits:.0%}", sum(year.behind for year in years),
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def table(seeds: int, rates: Rates, orders: Iterable[str]) -> Iterator[str]:
    """The lines as Markdown, each as it is ready."""
    yield f"| {' | '.join(HEADER)} |"
    yield "|---" * len(HEADER) + "|"
    for students in SIZES:
        for periods_a_week in PERIODS_A_WEEK:
            for order in orders:
                years = [live(students, periods_a_week, seed, order, rates) for seed in range(seeds)]
                yield row(students, periods_a_week, order, years)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=SEEDS, help=f"years for each line ({SEEDS})")
    options.add_argument("--load", type=float, default=USUAL.load, help="times as many promises and reviews (1)")
    options.add_argument("--ours", action="store_true", help="our order only")
    chosen = options.parse_args()
    for line in table(chosen.seeds, Rates(load=chosen.load), [OURS] if chosen.ours else ORDERS):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
