"""Counts recent one-to-ones that passed over the student who had waited longest; who_next limits how many in a row."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from advisory.rules.days.school_days import Calendar

from .who_next import ONE_IN

VISITS_LOOKED_AT = ONE_IN - 1


class Visit(NamedTuple):
    """A one-to-one: the student, the date, and the date of that student's previous one-to-one."""

    student_id: str
    on: date
    before_on: date | None


class LastSeen(NamedTuple):
    """The dates of a student's last one-to-one and of the last contact of any kind."""

    one_to_one_on: date | None
    contact_on: date | None


def passed_over(latest: Sequence[Visit], last_seen: Mapping[str, LastSeen], calendar: Calendar) -> int:
    """How many of the latest visits in a row were not with the student who had then waited longest: 0, 1 or 2.

    `latest` begins with the newest; `last_seen` holds every current student as of now. Going back one visit at a time,
    each is compared with the students who could have had it: those not away that day and not otherwise seen that day.
    """
    one_to_one_on = {student_id: seen.one_to_one_on for student_id, seen in last_seen.items()}
    for passed, visit in enumerate(latest[:VISITS_LOOKED_AT]):
        one_to_one_on[visit.student_id] = visit.before_on
        could = {
            student_id
            for student_id, seen in last_seen.items()
            if seen.contact_on != visit.on and not calendar.is_away(student_id, visit.on)
        }
        ages = {
            student_id: math.inf if on is None else calendar.days_between(on, visit.on, student_id)
            for student_id, on in one_to_one_on.items()
            if student_id in could or student_id == visit.student_id
        }
        if ages[visit.student_id] == max(ages.values()):
            return passed
    return len(latest[:VISITS_LOOKED_AT])
