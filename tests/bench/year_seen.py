"""A school year as it goes under one order: three one-to-ones a period, promises kept or late, and who waited how long."""

import math
from collections import Counter
from random import Random
from typing import NamedTuple

import msgspec

from advisory.rules.next.passed_over import Visit
from advisory.rules.next.round import Member, Talk, derive_round

from .period_order import Order, Standing
from .school_year import SCHOOL_DAYS, VISITS, Absences, Due, Rates, SchoolYear, draw_promise

REVIEW_EVERY = 10
"""School days: two weeks."""
REVIEWS = 3


class Running(NamedTuple):
    """A pact: the number of the school day of its next review, and how many are still to come."""

    next_on: int
    left: int


class Outcome(msgspec.Struct):
    """What a year came to.

    `gaps` are the periods a student attended from one one-to-one to the next, also from and to the ends of the year.
    `asked_for` counts the visits to somebody planned or with a promise or a review due, `behind` how often a promise waited behind
    a routine visit (`Advisor.is_put_before_a_promise`).
    """

    gaps: Counter[int] = msgspec.field(default_factory=Counter)
    visits: Counter[str] = msgspec.field(default_factory=Counter)
    on_time: int = 0
    late: int = 0
    asked_for: int = 0
    behind: int = 0
    planned: int = 0
    """How many were planned, and `kept` how many of them were seen in the period planned."""
    kept: int = 0
    talks: list[Talk] = msgspec.field(default_factory=list)


class Advisor:
    """Who lives through a school year under one order."""

    def __init__(self, year: SchoolYear, order: Order, seed: int, rates: Rates) -> None:
        self.year, self.order, self.chance = year, order, Random(f"visits of {seed}")
        self.promises_a_visit = rates.promises_a_visit * rates.load
        self.plans_a_period, self.planner = rates.plans_a_period, Random(f"plans of {seed}")
        self.plan: set[str] = set()
        self.members = [Member(student) for student in year.students]
        self.outcome = Outcome(visits=Counter(dict.fromkeys(year.students, 0)))
        self.last_seen: dict[str, int] = {}
        self.promises: dict[str, Due] = {}
        self.pacts: dict[str, Running] = {}
        self.latest: list[Visit] = []
        self.was_longest: list[bool] = []
        self.gap = dict.fromkeys(year.students, 0)
        self.late: set[Due] = set()

    def live(self) -> Outcome:
        """From the first school day to the last."""
        for today in range(SCHOOL_DAYS):
            for promise in self.year.promises[today]:
                self.make(promise)
            for student in self.year.pacts[today]:
                self.pacts.setdefault(student, Running(today + REVIEW_EVERY, REVIEWS))
            if self.year.meets[today]:
                self.meet(today)
        self.outcome.gaps.update(self.gap.values())
        self.outcome.late = len(self.late)
        return self.outcome

    def meet(self, today: int) -> None:
        """One period."""
        here = [student for student in self.year.students if not self.year.is_away(student, self.year.days[today])]
        for student in here:
            self.gap[student] += 1
        waiting = set(here)
        reviews = {student: pact.next_on for student, pact in self.pacts.items() if pact.next_on <= today}
        planned = self.plan.intersection(here)
        standing = Standing(today, here, self.last_seen, self.promises, reviews, self.latest, planned)
        for student in self.order(standing)[:VISITS]:
            ages = {other: self.age(other, today) for other in waiting}
            self.was_longest.append(ages[student] == max(ages.values()))
            is_asked_for = student in planned or self.has_due(student, today) or self.has_review(student, today)
            self.outcome.kept += student in planned
            self.outcome.asked_for += is_asked_for
            self.outcome.behind += not is_asked_for and self.is_put_before_a_promise(waiting, today)
            self.visit(student, today)
            waiting.discard(student)
        for student in here:
            self.tell_late(student, today)
        self.plan -= planned  # held, or past
        if self.plans_a_period:
            self.plan_next(today)

    def plan_next(self, today: int) -> None:
        """Put students on the plan for the next period, drawn by lot from those still to come in the round."""
        now = derive_round(self.members, self.outcome.talks, Absences(self.year), self.year.days[today])
        to_come = sorted({*now.to_come, *now.away} - self.plan) or sorted({*self.year.students} - self.plan)
        while self.planner.random() < self.plans_a_period / (1 + self.plans_a_period) and to_come:
            self.plan.add(to_come.pop(self.planner.randrange(len(to_come))))
            self.outcome.planned += 1

    def is_put_before_a_promise(self, waiting: set[str], today: int) -> bool:
        """Whether the visit now due for mere age comes before a promise due, and is not the one in three.

        The one in three: the student has waited longest, and the two visits before were not to those who then had.
        """
        is_one_in_three = self.was_longest[-VISITS:] == [False, False, True]
        return any(self.has_due(other, today) for other in waiting) and not is_one_in_three

    def visit(self, student: str, today: int) -> None:
        """A one-to-one: promises that are ready are kept, the review is held, and a promise may be made."""
        days, before = self.year.days, self.last_seen.get(student)
        self.latest = [Visit(student, days[today], None if before is None else days[before]), *self.latest[:1]]
        self.last_seen[student] = today
        self.outcome.talks.append(Talk(student, days[today]))
        self.outcome.visits[student] += 1
        self.outcome.gaps[self.gap[student]] += 1
        self.gap[student] = 0
        if self.has_review(student, today):
            left = self.pacts.pop(student).left - 1
            if left:
                self.pacts[student] = Running(today + REVIEW_EVERY, left)
        promise = self.promises.get(student)
        if promise and promise.ready <= today:
            self.outcome.on_time += promise not in self.late
            del self.promises[student]
        if self.chance.random() < self.promises_a_visit:
            self.make(draw_promise(self.chance, student, today))

    def make(self, promise: Due) -> None:
        """Write a promise down, unless another one to the same student is still open."""
        self.promises.setdefault(promise.student_id, promise)

    def tell_late(self, student: str, today: int) -> None:
        """A promise is late after the first period, from its due day on, that the student attends."""
        if self.has_due(student, today):
            self.late.add(self.promises[student])

    def has_due(self, student: str, today: int) -> bool:
        """Whether a promise to the student is due."""
        return student in self.promises and self.promises[student].due <= today

    def has_review(self, student: str, today: int) -> bool:
        """Whether a review of the student's pact is due."""
        return student in self.pacts and self.pacts[student].next_on <= today

    def age(self, student: str, today: int) -> float:
        """School days since the last one-to-one."""
        last, days = self.last_seen.get(student), self.year.days
        return math.inf if last is None else self.year.days_between(days[last], days[today], student)
