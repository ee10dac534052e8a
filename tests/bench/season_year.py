"""A school year with a defense season in it, as one table: `python -m tests.bench.season_year [--seeds 50]`.

The days of those who defend are spread evenly over some school days, the last of them on school day 170. Three
one-to-ones a period, five periods a week, 8 % away each day, promises and reviews as in `advisory_year`. The season
lasts from 15 school days before the first day to the last day. A gap that touches it is one of the season.
"""

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from advisory.rules.next.passed_over import LastSeen, passed_over
from advisory.rules.next.who_next import Candidate, who_next
from advisory.rules.season.last_weeks import SEASON_DAYS, TALKS, DefenseSoon, season_interval

from .advisory_year import USUAL, bound
from .period_order import INTERVAL, Order, Standing, promise_of, review_of
from .school_year import VISITS, Rates, SchoolYear
from .year_seen import Advisor

LAST = 170
"""The number of the school day of the last defense."""
PERIODS_A_WEEK = 5
SEASONS = (
    (12, 4, 5), (12, 12, 15), (20, 5, 5), (20, 10, 25), (20, 20, 60), (25, 5, 5), (25, 12, 40), (25, 25, 90),
    (12, 12, 5), (20, 10, 10), (20, 20, 10), (22, 22, 10), (25, 25, 20),
)  # fmt: skip
"""Students, how many of them defend, and over how many school days."""
HEADER = (
    "students", "who defend", "over school days", "one-to-ones needed / held in all", "longest gap outside", "bound (1.5×)",
    "longest gap in the season", "bound (2×)", "fewest in the last 15 days", "who had four and more", "promises on time",
)  # fmt: skip


class SeasonYear(SchoolYear):
    """A school year in which some students defend; `defends` is by student the number of the school day."""

    def __init__(self, students: int, defending: int, spread: int, seed: int, rates: Rates = USUAL) -> None:
        super().__init__(students, PERIODS_A_WEEK, seed, rates)
        first = LAST - spread + 1
        places = (first + number * spread // defending for number in range(defending))
        step = students / defending
        self.defends = {self.students[int(number * step)]: day for number, day in enumerate(places)}
        self.season = range(first - SEASON_DAYS, LAST + 1)


class SeasonAdvisor(Advisor):
    """Lives through it, and notes on which school days each student was seen."""

    def __init__(self, year: SeasonYear, seed: int, rates: Rates = USUAL) -> None:
        super().__init__(year, with_season(year, self), seed, rates)
        self.seen: dict[str, list[int]] = {student: [] for student in year.students}
        self.gaps_in, self.gaps_out = Counter[int](), Counter[int]()
        self.season = year.season

    def visit(self, student: str, today: int) -> None:
        self.tell_gap(student, today)
        super().visit(student, today)
        self.seen[student].append(today)

    def tell_gap(self, student: str, today: int) -> None:
        """Count the gap that ends today, in the season if any of its days was one of the season."""
        since = self.seen[student][-1] + 1 if self.seen[student] else 0
        is_in = since < self.season.stop and today >= self.season.start
        (self.gaps_in if is_in else self.gaps_out)[self.gap[student]] += 1


def with_season(year: SeasonYear, advisor: SeasonAdvisor) -> Order:
    """Who-next with the days of the defenses in it."""

    def order(standing: Standing) -> Sequence[str]:
        today = year.days[standing.today]
        last_on = {student: year.days[day] for student, day in standing.last_seen.items()}
        last_seen = {student: LastSeen(last_on.get(student), last_on.get(student)) for student in year.students}
        candidates = [candidate(student, standing, last_on) for student in year.students]
        passed = passed_over(standing.latest, last_seen, year)
        return [suggestion.student_id for suggestion in who_next(candidates, today=today, passed_over=passed)]

    def candidate(student: str, standing: Standing, last_on: dict) -> Candidate:
        today = year.days[standing.today]
        near = soon(student, standing.today)
        return Candidate(
            student,
            year.days_between(last_on[student], today, student) if student in last_on else None,
            season_interval(INTERVAL, near),
            promise=promise_of(year, standing.promises.get(student)),
            review=review_of(year, student, standing.reviews),
            defense=near,
            facets=year.facets[student],
            not_here=year.is_away(student, today),
        )

    def soon(student: str, today: int) -> DefenseSoon | None:
        day = year.defends.get(student)
        if day is None or not 0 <= day - today <= SEASON_DAYS:
            return None
        talks = sum(day - on <= SEASON_DAYS for on in advisor.seen[student])
        return DefenseSoon(year.days[day], day - today, 0, talks)

    return order


def live(students: int, defending: int, spread: int, seed: int, rates: Rates = USUAL) -> SeasonAdvisor:
    """One year with its season; the same numbers tell the same year."""
    advisor = SeasonAdvisor(SeasonYear(students, defending, spread, seed, rates), seed, rates)
    advisor.live()
    return advisor


def talks(advisor: SeasonAdvisor) -> list[int]:
    """How many one-to-ones each who defends had on the 15 school days before the day."""
    year = advisor.year
    assert isinstance(year, SeasonYear)
    return [sum(0 < day - on <= SEASON_DAYS for on in advisor.seen[student]) for student, day in year.defends.items()]


def row(students: int, defending: int, spread: int, years: Sequence[SeasonAdvisor]) -> str:
    """One line of the table."""
    had = [count for year in years for count in talks(year)]
    on_time, late = sum(year.outcome.on_time for year in years), sum(year.outcome.late for year in years)
    cells = (
        students, defending, spread, f"{TALKS * defending} / {VISITS * (SEASON_DAYS + spread - 1)}",
        max(max(year.gaps_out) for year in years), f"{bound(students):g}",
        max(max(year.gaps_in) for year in years), f"{2 * math.ceil(students / VISITS)}",
        min(had), f"{sum(count >= TALKS for count in had) / len(had):.1%}", f"{on_time / (on_time + late):.1%}",
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def table(seeds: int) -> Iterator[str]:
    """The lines as Markdown, each as it is ready."""
    yield f"| {' | '.join(HEADER)} |"
    yield "|---" * len(HEADER) + "|"
    for students, defending, spread in SEASONS:
        yield row(students, defending, spread, [live(students, defending, spread, seed) for seed in range(seeds)])


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=50, help="years for each line (50)")
    for line in table(options.parse_args().seeds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
