"""A year under who-next with rounds and plans on, as one table: `python -m tests.bench.rounds_and_plans [--seeds 20]`.

Each period ends with so many of those still to come in the round planned for the next one, drawn by lot; who is away
then moves on.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

from advisory.rules.next.round import Finished, Member, Round, derive_round

from .advisory_year import OURS, PERIODS_A_WEEK, SIZES, bound
from .period_order import ORDERS
from .school_year import Absences, Rates, SchoolYear
from .year_seen import Advisor, Outcome

PLANS = (0.0, 0.5, 1.0, 2.0)
"""How many students are planned a period, on average."""
HEADER = (
    "students", "periods a week", "plans a period", "longest gap", "bound", "years beyond it", "promises on time",
    "routine visits before a promise due", "planned talks held on their day", "rounds a year",
    "school days a round: mean, longest",
)  # fmt: skip


def live_with_plans(students: int, periods_a_week: int, seed: int, plans: float) -> tuple[Outcome, Round]:
    """One year, and its last round with all those before."""
    rates = Rates(plans_a_period=plans)
    year = SchoolYear(students, periods_a_week, seed, rates)
    outcome = Advisor(year, ORDERS[OURS](year), seed, rates).live()
    members = [Member(student) for student in year.students]
    return outcome, derive_round(members, outcome.talks, Absences(year), year.days[-1])


def row(students: int, periods_a_week: int, plans: float, seeds: int) -> str:
    """One line of the table."""
    lived = [live_with_plans(students, periods_a_week, seed, plans) for seed in range(seeds)]
    years = [outcome for outcome, _ in lived]
    rounds: list[Finished] = [one for _, last in lived for one in last.earlier]
    gaps = sum((year.gaps for year in years), Counter())
    on_time, late = sum(year.on_time for year in years), sum(year.late for year in years)
    planned, kept = sum(year.planned for year in years), sum(year.kept for year in years)
    lengths = [one.school_days for one in rounds]
    cells = (
        students, periods_a_week, f"{plans:g}", max(gaps), f"{bound(students):g}",
        sum(max(year.gaps) > bound(students) for year in years), f"{on_time / (on_time + late):.1%}",
        sum(year.behind for year in years), f"{kept / planned:.0%}" if planned else "–",
        f"{len(rounds) / seeds:.1f}", f"{sum(lengths) / len(lengths):.1f}, {max(lengths)}",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def table(seeds: int) -> Iterator[str]:
    """The lines as Markdown, each as it is ready."""
    yield f"| {' | '.join(HEADER)} |"
    yield "|---" * len(HEADER) + "|"
    for students in SIZES:
        for periods_a_week in PERIODS_A_WEEK:
            for plans in PLANS:
                yield row(students, periods_a_week, plans, seeds)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=20, help="years for each line (20)")
    for line in table(options.parse_args().seeds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
