"""A school year to come, drawn from a seed: who is away when, and what falls due without anybody's visit."""

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from advisory.model import Student, make_id
from advisory.rules.days.school_days import Calendar

SCHOOL_DAYS = 180
FIRST_DAY = date(2026, 8, 31)
"""A Monday."""
VISITS = 3
"""One-to-ones a period."""
AWAY = 0.08
FACETS = 12
DUE_WITHIN = 10
WEEKDAYS = {3: frozenset({0, 2, 4}), 5: frozenset(range(5))}
"""Periods a week → the weekdays on which the period meets."""


class Rates(NamedTuple):
    """How much falls due; `load` multiplies all of it.

    One visit in ten ends with a promise. Besides, one is made without a visit in ten periods (in the corridor, to the
    family), and in fifteen periods a pact begins, which is looked at three times, every two weeks. With a period on
    every school day that is two promises and a review a week. Nobody is planned for the next period unless that is asked
    for; the students planned are drawn by lot.
    """

    promises_a_visit: float = 1 / 10
    promises_a_period: float = 1 / 10
    pacts_a_period: float = 1 / 15
    load: float = 1.0
    plans_a_period: float = 0.0


class Due(NamedTuple):
    """A promise, in numbers of school days: it can be kept from `ready` on and is to be kept until `due`."""

    student_id: str
    ready: int
    due: int


def draw_promise(chance: Random, student_id: str, today: int) -> Due:
    """A promise made today: due in one to ten school days, and ready on some day until then."""
    away = chance.randint(1, DUE_WITHIN)
    return Due(student_id, today + chance.randint(1, away), today + away)


class SchoolYear(Calendar):
    """The days, the students and what befalls them; as a calendar it knows who was marked as not here.

    Nobody is marked on a day on which the period does not meet.
    """

    def __init__(self, students: int, periods_a_week: int, seed: int, rates: Rates) -> None:
        super().__init__()
        chance = Random(f"{students} {periods_a_week} {seed}")
        weekdays = (FIRST_DAY + timedelta(days=away) for away in range(2 * SCHOOL_DAYS))
        self.days = [day for day in weekdays if day.weekday() in WEEKDAYS[5]][:SCHOOL_DAYS]
        self.meets = [day.weekday() in WEEKDAYS[periods_a_week] for day in self.days]
        self.students = [make_id(Student, number) for number in range(1, students + 1)]
        self.facets = {student: chance.randint(0, FACETS) for student in self.students}
        self.promises: dict[int, list[Due]] = defaultdict(list)
        self.pacts: dict[int, list[str]] = defaultdict(list)
        self._number = {day: number for number, day in enumerate(self.days)}
        self._away: dict[str, set[int]] = {student: set() for student in self.students}
        share = rates.load * periods_a_week / len(WEEKDAYS[5]) / students
        for number, meets in enumerate(self.meets):
            for student in self.students:
                if chance.random() < AWAY and meets:
                    self._away[student].add(number)
                if chance.random() < rates.promises_a_period * share:
                    self.promises[number].append(draw_promise(chance, student, number))
                if chance.random() < rates.pacts_a_period * share:
                    self.pacts[number].append(student)
        self._attended = {student: self._sums(away) for student, away in {**self._away, "": set[int]()}.items()}

    def is_away(self, student_id: str, day: date) -> bool:
        return self._number[day] in self._away[student_id]

    def days_between(self, after: date, until: date, student_id: str = "") -> int:
        sums = self._attended[student_id]
        return sums[self._number[until]] - sums[self._number[after]]

    @staticmethod
    def _sums(away: set[int]) -> list[int]:
        attended, total = [], 0
        for number in range(SCHOOL_DAYS):
            total += number not in away
            attended.append(total)
        return attended


class Absences(Calendar):
    """Monday to Friday, with the absences of a year that was drawn."""

    def __init__(self, year: SchoolYear) -> None:
        super().__init__()
        self._year = year

    def is_away(self, student_id: str, day: date) -> bool:
        return self._year.is_away(student_id, day)
