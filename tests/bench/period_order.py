"""In which order an advisor sees students: by who-next, and by what advisors do without it."""

import math
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from advisory.model import FollowUp, Pact, make_id
from advisory.model.words import PactStatus, Party, PromiseStatus
from advisory.rules.next.passed_over import LastSeen, Visit, passed_over
from advisory.rules.next.who_next import Candidate, who_next

from .school_year import VISITS, Due, SchoolYear

INTERVAL = 10
_MADE = {"created_at": datetime(2026, 8, 31, tzinfo=UTC), "updated_at": datetime(2026, 8, 31, tzinfo=UTC)}


class Standing(NamedTuple):
    """What there is to know when a period begins. Days are numbers of school days; a student without one has no entry."""

    today: int
    here: Sequence[str]
    last_seen: dict[str, int]
    promises: dict[str, Due]
    """By student; also those not due yet."""
    reviews: dict[str, int]
    """By student, since when a review waits."""
    latest: Sequence[Visit]
    planned: Collection[str] = ()
    """Who is planned for today."""


Order = Callable[[Standing], Sequence[str]]


def ours(year: SchoolYear) -> Order:
    """Who-next as the program has it."""

    def order(standing: Standing) -> Sequence[str]:
        today = year.days[standing.today]
        last_on = {student: year.days[day] for student, day in standing.last_seen.items()}
        last_seen = {student: LastSeen(last_on.get(student), last_on.get(student)) for student in year.students}
        candidates = [
            Candidate(
                student,
                year.days_between(last_on[student], today, student) if student in last_on else None,
                INTERVAL,
                promise=promise_of(year, standing.promises.get(student)),
                review=review_of(year, student, standing.reviews),
                facets=year.facets[student],
                planned=student in standing.planned,
                not_here=year.is_away(student, today),
            )
            for student in year.students
        ]
        passed = passed_over(standing.latest, last_seen, year)
        return [suggestion.student_id for suggestion in who_next(candidates, today=today, passed_over=passed)]

    return order


def from_the_top(_year: SchoolYear) -> Order:
    """The table from its first line in every period."""
    return lambda standing: standing.here


def down_the_table(year: SchoolYear) -> Order:
    """The table on from where the last period stopped, over and over; who is away waits for the next round."""
    rank = {student: number for number, student in enumerate(year.students)}

    def order(standing: Standing) -> Sequence[str]:
        stopped_at = rank[standing.latest[0].student_id] if standing.latest else -1
        return sorted(standing.here, key=lambda student: (rank[student] <= stopped_at, rank[student]))

    return order


def remaining(year: SchoolYear) -> Order:
    """Summit's two lists: down the remaining until all are completed, then all are remaining again.

    While all who remain are away, nobody is up.
    """
    completed: set[str] = set()

    def order(standing: Standing) -> Sequence[str]:
        chosen: list[str] = []
        for _ in range(VISITS):
            if len(completed) == len(year.students):
                completed.clear()
            up = next((s for s in standing.here if s not in completed and s not in chosen), None)
            if up is None:
                break
            completed.add(up)
            chosen.append(up)
        return chosen

    return order


def oldest_first(year: SchoolYear) -> Order:
    """Whoever's last one-to-one is the longest ago, in school days they attended, and nothing else."""

    def order(standing: Standing) -> Sequence[str]:
        def age(student: str) -> float:
            last = standing.last_seen.get(student)
            days = year.days
            return math.inf if last is None else year.days_between(days[last], days[standing.today], student)

        return sorted(standing.here, key=age, reverse=True)

    return order


ORDERS: dict[str, Callable[[SchoolYear], Order]] = {
    "who next": ours,
    "oldest first": oldest_first,
    "remaining / completed": remaining,
    "down the table, round and round": down_the_table,
    "the table from the top": from_the_top,
}


def promise_of(year: SchoolYear, promise: Due | None) -> FollowUp | None:
    if promise is None or promise.due >= len(year.days):
        return None
    return FollowUp(
        id=make_id(FollowUp, 1), student=promise.student_id, text="lab notes", owner=Party.ADVISOR,
        status=PromiseStatus.OPEN, due_on=year.days[promise.due], **_MADE,
    )  # fmt: skip


def review_of(year: SchoolYear, student: str, reviews: dict[str, int]) -> Pact | None:
    if student not in reviews:
        return None
    return Pact(
        id=make_id(Pact, 1), student=student, learning_target="I can explain why", status=PactStatus.ACTIVE,
        next_review_on=year.days[reviews[student]], **_MADE,
    )  # fmt: skip
