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
        if _age(visit.student_id, visit.on, one_to_one_on, calendar) >= _longest(
            visit, one_to_one_on, last_seen, calendar
        ):
            return passed
    return len(latest[:VISITS_LOOKED_AT])


def _longest(
    visit: Visit, one_to_one_on: Mapping[str, date | None], last_seen: Mapping[str, LastSeen], calendar: Calendar
) -> float:
    """The longest wait of those who could have had the visit. Whoever was seen last so late that it can't be them is skipped."""
    longest = -math.inf
    waited_since = {student_id: on or date.min for student_id, on in one_to_one_on.items()}
    for student_id in sorted(last_seen, key=waited_since.__getitem__):
        on = one_to_one_on[student_id]
        if on is not None and calendar.days_between(on, visit.on) <= longest:
            break  # an absence makes a wait only shorter
        if last_seen[student_id].contact_on != visit.on and not calendar.is_away(student_id, visit.on):
            longest = max(longest, _age(student_id, visit.on, one_to_one_on, calendar))
    return longest


def _age(student_id: str, on: date, one_to_one_on: Mapping[str, date | None], calendar: Calendar) -> float:
    last_on = one_to_one_on[student_id]
    return math.inf if last_on is None else calendar.days_between(last_on, on, student_id)
